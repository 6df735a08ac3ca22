/**
 * The words that say what a link leads to and not what it is about, by language. They were collected from the link texts
 * and table headers of public reading lists: the papers, code and project columns of research lists, the
 * "Demo, Source Code" of software lists, the "论文 / 代码" of Chinese ones.
 */
const words = {
	en: `abs abstract acl announcement app appendix api archive arxiv article bib bibtex biorxiv blog blogpost book
		changelog checkpoint checkpoints citation cite clone code codebase colab course data dataset datasets demo discord
		doc docs documentation doi download ebook epub form forum gist git gitee github gitlab guide hf home homepage html
		huggingface ieee implementation implementations interview issue journal kaggle lecture leaderboard licence license
		link links manual material materials medium mirror model models modelscope news note notebook notes npm openreview
		package page pages paper papers paperswithcode pdf photo playground playlist podcast post poster preprint
		presentation press project projects proceedings pypi readme recording reddit reference references release releases
		repo repos repository resource resources review reviews rss sample site sites slide slideshare slides source
		spec specification spotlight src store substack summary supp supplement supplemental supplementary survey surveys
		talk thread toolkit trailer transcript tutorial tweet tweets twitter url video videos vimeo webinar web webpage
		website weibo weights wiki wikipedia writeup youtube zenodo zhihu 🤗`,
	zh: `论文 代码 项目 主页 官网 网站 网址 链接 博客 文章 数据 数据集 模型 权重 视频 演示 文档 教程 笔记 仓库 源码 下载 知乎
		综述 幻灯片 地址 解读 报告 原文 译文 中文 英文 书籍 课程 页面 官方 开源`,
	ja: `論文 コード プロジェクト ホームページ サイト ブログ 記事 データ データセット モデル 動画 デモ スライド ドキュメント リンク 公式 解説`,
	ko: `논문 코드 프로젝트 홈페이지 사이트 블로그 데이터 데이터셋 모델 영상 데모 슬라이드 문서 링크`,
	de: `artikel beitrag buch daten datensatz folien projekt projektseite quelle quellcode quelltext vortrag webseite`,
	fr: `article blogue code diapositives données dépôt lien livre présentation projet vidéo site`,
	es: `artículo código datos diapositivas enlace libro página presentación proyecto repositorio sitio`,
	pt: `artigo código dados ligação livro projeto repositório slides vídeo`,
	ru: `блог видео данные демо доклад код книга модель презентация проект репозиторий сайт слайды ссылка статья`,
} as const;

/** What may stand beside those words without making a title of them. */
const modifiers = `a an and accompanying alternative blog chinese conference courses english ext extended face for free full
	hugging in live main of official on online open original our paperspace personal preview pytorch jax keras tensorflow
	tf tech technical the third party to try trained pretrained unofficial v with workshop interactive report longer short
	version author authors`;

const nouns = new Set(Object.values(words).flatMap((language) => language.split(/\s+/)));
const besides = new Set(modifiers.split(/\s+/));
const cjk = [...nouns].filter((word) => /^[\p{Script=Han}\p{Script=Katakana}]+$/u.test(word));
const cjkPhrase = new RegExp(`^(?:${cjk.sort((a, b) => b.length - a.length).join("|")})+$`, "u");
/** Which are generic as a whole, though their words are not. */
const phrases = new Set([
	"hugging face",
	"technical report",
	"tech report",
	"full text",
	"try it",
	"google scholar",
]);

/** The words that a label can have, but for numbers and what is written without blanks. */
const ofLabels = new Set([...nouns, ...besides, ...[...phrases].flatMap((phrase) => phrase.split(" "))]);

const firstWord = /[a-z]+(?=[ ,.:;!?]|$)/iy;

/** Whether there is more in a text than digits, punctuation and emoji, also in the form of `:star:`. */
export function hasLetters(text: string): boolean {
	if (/^[a-z]/i.test(text)) return true;
	return /\p{L}/u.test(text.includes(":") ? text.replace(/:[\w+-]+:/g, "") : text);
}

/**
 * True for a text that says only what a link leads to: `Paper`, `[pdf]`, `GitHub2`, `Online Demo`, `项目主页`. Letter case,
 * digits at the end of words, punctuation and emoji do not count. A text of emoji alone is generic, too.
 */
export function isGeneric(text: string): boolean {
	// Most texts are titles, and have a word first that no label has.
	firstWord.lastIndex = 0;
	if (firstWord.test(text) && !ofLabels.has(text.slice(0, firstWord.lastIndex).toLowerCase())) return false;
	if (text !== "" && !hasLetters(text) && !/\d/.test(text)) return true;
	const parts: string[] = [];
	for (const [word] of text
		.normalize("NFKC")
		.toLowerCase()
		.matchAll(/[\p{L}\p{M}\p{N}🤗]+/gu)) {
		const part = word.replace(/(?<=\D)\d+$/, "");
		if (!isOfLabels(part)) return false;
		parts.push(part);
	}
	if (phrases.has(parts.join(" "))) return true;
	return parts.some(isNoun) && parts.every(isBesideNouns);
}

function isOfLabels(word: string): boolean {
	return ofLabels.has(word) || isBesideNouns(word);
}

function isBesideNouns(word: string): boolean {
	return besides.has(word) || isNoun(word) || /^\d+$/.test(word);
}

function isNoun(word: string): boolean {
	return nouns.has(word) || cjkPhrase.test(word);
}
