import { article, html, type Specimens } from "../answers.ts";

const notice = (title: string, text: string): { body: string } => ({ body: html(title, `<p>${text}</p>`) });
const within = (title: string, text: string): { body: string } => ({
	body: html(title, `<h1>${title}</h1><p>${text}</p>${article}`),
});

/** What a small error page in a language looks like, and a page that uses the same words for something else. */
export const notFoundPages: Readonly<Record<string, Specimens>> = {
	en: {
		catches: [
			notice("404", ""),
			notice("404 Not Found", "nginx"),
			notice("Page not found | Example", "Go home"),
			notice("Example – Page not found", "Go home"),
			notice("Error 404: Not Found", "Go home"),
			notice("Oops! That page can’t be found.", "Maybe try a search?"),
			notice("Example", "Sorry, the page you are looking for doesn’t exist."),
			within("Page not found", "It looks like nothing was found at this location."),
			{ body: html("Page not found - Example", `<h1>404</h1>${article}`) },
		],
		spares: [
			within(
				"How to build a 404 page on some page",
				"The page you are looking for does not exist, says the default.",
			),
			notice("404 Restaurant, notes", "Book a table for tonight."),
			notice("Lost and not found: notes", "A memoir."),
			{ body: html("Not Found by Some Band - notes", `<h1>Not Found by Some Band</h1>${article}`) },
			within("Forbidden City: some notes", "The Forbidden City has 9,999 rooms."),
			{ body: html("Some notes", `${article} the requested url was not found on this server ${article}`) },
		],
	},
	"zh-Hans": {
		catches: [
			notice("页面不存在 - 某网站", "返回首页"),
			notice("404_某网站", "您访问的页面不存在"),
			notice("", "该内容已被发布者删除"),
			notice("提示", "链接已失效"),
		],
		spares: [within("页面不存在怎么办？五个办法", "如果页面不存在，可以刷新。")],
	},
	"zh-Hant": {
		catches: [notice("找不到網頁 | 某網站", "回首頁"), notice("提示", "您要找的頁面不存在")],
		spares: [within("為什麼找不到網頁：常見原因", "檢查網址。")],
	},
	ja: {
		catches: [
			notice("ページが見つかりません｜サンプル", "トップへ"),
			notice("サンプル", "お探しのページは見つかりませんでした。"),
		],
		spares: [within("「ページが見つかりません」と表示される理由", "原因を説明します。")],
	},
	ko: {
		catches: [
			notice("페이지를 찾을 수 없습니다 - 예시", "홈으로"),
			notice("예시", "요청하신 페이지를 찾을 수 없습니다."),
		],
		spares: [within("페이지를 찾을 수 없습니다 오류 해결 방법", "주소를 확인하세요.")],
	},
	de: {
		catches: [
			notice("Seite nicht gefunden – Beispiel", "Zur Startseite"),
			notice("Beispiel", "Die von Ihnen aufgerufene Seite gibt es nicht."),
		],
		spares: [within("Meldung „Seite nicht gefunden“ richtig gestalten", "So geht es.")],
	},
	fr: {
		catches: [
			notice("Page introuvable | Exemple", "Accueil"),
			notice("Exemple", "La page que vous recherchez n’existe pas."),
		],
		spares: [within("Page introuvable : comment réagir ? Dix conseils", "Voici.")],
	},
	es: {
		catches: [
			notice("Página no encontrada - Ejemplo", "Inicio"),
			notice("Ejemplo", "La página que buscas no existe."),
		],
		spares: [within("Qué hacer si ves página no encontrada", "Revisa la dirección.")],
	},
	pt: {
		catches: [
			notice("Página não encontrada | Exemplo", "Início"),
			notice("Exemplo", "A página que você procura não existe."),
		],
		spares: [within("O que significa página não encontrada", "Explicamos.")],
	},
	it: {
		catches: [
			notice("Pagina non trovata - Esempio", "Home"),
			notice("Esempio", "La pagina che stai cercando non esiste."),
		],
		spares: [within("Cosa fare quando la pagina non esiste", "Ecco.")],
	},
	nl: {
		catches: [
			notice("Pagina niet gevonden | Voorbeeld", "Home"),
			notice("Voorbeeld", "De pagina die u zoekt bestaat niet."),
		],
		spares: [within("Waarom u pagina niet gevonden ziet", "Lees verder.")],
	},
	ru: {
		catches: [
			notice("Страница не найдена — Пример", "На главную"),
			notice("Пример", "Запрашиваемая страница не найдена."),
		],
		spares: [within("Как оформить страницу «Страница не найдена»", "Советы.")],
	},
	uk: {
		catches: [
			notice("Сторінку не знайдено – Приклад", "На головну"),
			notice("Приклад", "Такої сторінки не існує."),
		],
		spares: [within("Чому сторінку не знайдено: поради", "Поради.")],
	},
	pl: {
		catches: [
			notice("Nie znaleziono strony - Przykład", "Start"),
			notice("Przykład", "Strona, której szukasz, nie istnieje."),
		],
		spares: [within("Co zrobić, gdy nie znaleziono strony", "Porady.")],
	},
	cs: {
		catches: [
			notice("Stránka nenalezena | Příklad", "Domů"),
			notice("Příklad", "Požadovaná stránka nebyla nalezena."),
		],
		spares: [within("Proč stránka neexistuje a co s tím", "Rady.")],
	},
	tr: {
		catches: [
			notice("Sayfa bulunamadı - Örnek", "Ana sayfa"),
			notice("Örnek", "Aradığınız sayfa mevcut değil."),
		],
		spares: [within("Sayfa bulunamadı hatası nasıl çözülür", "Adımlar.")],
	},
	ar: {
		catches: [
			notice("الصفحة غير موجودة | مثال", "الرئيسية"),
			notice("مثال", "الصفحة التي تبحث عنها غير موجودة."),
		],
		spares: [within("ماذا تفعل عندما تكون الصفحة غير موجودة", "نصائح.")],
	},
	sv: {
		catches: [
			notice("Sidan hittades inte – Exempel", "Start"),
			notice("Exempel", "Sidan du söker finns inte."),
		],
		spares: [within("Därför ser du att sidan finns inte längre kvar", "Råd.")],
	},
	vi: {
		catches: [
			notice("Không tìm thấy trang - Ví dụ", "Trang chủ"),
			notice("Ví dụ", "Trang bạn đang tìm không tồn tại."),
		],
		spares: [within("Sửa lỗi không tìm thấy trang thế nào", "Các bước.")],
	},
	id: {
		catches: [
			notice("Halaman tidak ditemukan – Contoh", "Beranda"),
			notice("Contoh", "Halaman yang Anda cari tidak ditemukan."),
		],
		spares: [within("Mengapa halaman tidak ditemukan dan solusinya", "Langkah.")],
	},
	da: {
		catches: [
			notice("Siden blev ikke fundet | Eksempel", "Forside"),
			notice("Eksempel", "Siden, du leder efter, findes ikke."),
		],
		spares: [within("Derfor vises siden findes ikke hos dig", "Råd.")],
	},
	fi: {
		catches: [
			notice("Sivua ei löytynyt – Esimerkki", "Etusivu"),
			notice("Esimerkki", "Etsimääsi sivua ei löytynyt."),
		],
		spares: [within("Miksi sivua ei löytynyt ja mitä tehdä", "Neuvot.")],
	},
	hu: {
		catches: [
			notice("Az oldal nem található - Példa", "Kezdőlap"),
			notice("Példa", "A keresett oldal nem található."),
		],
		spares: [within("Miért írja, hogy az oldal nem található", "Tippek.")],
	},
	fa: {
		catches: [notice("صفحه یافت نشد | مثال", "خانه"), notice("مثال", "صفحه مورد نظر یافت نشد.")],
		spares: [within("وقتی صفحه یافت نشد چه کنیم", "راهنما.")],
	},
};
