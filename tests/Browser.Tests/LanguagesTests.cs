using System.Text.RegularExpressions;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>Instructions in another language: the translated block alone is mirrored, the game is the same, and French is one tap away. And soft sounds.</summary>
public sealed partial class LanguagesTests(Town town)
{
    // A device with a French voice and a Ukrainian one, and no Arabic: it notes what it is asked to say, by which voice.
    const string TwoVoices = """
        (() => {
          const said = globalThis.said = [];
          const voices = [{ lang: 'fr-FR', localService: true }, { lang: 'uk-UA', localService: true }];
          const synthesis = { getVoices: () => voices, cancel() {}, addEventListener() {},
            speak(u) { said.push(`${u.voice.lang} ${u.text}`); setTimeout(() => { u.onstart?.({}); setTimeout(() => u.onend?.({}), 5); }, 5); } };
          Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
          globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        })()
        """;

    // What the page asks the sound card to play.
    const string SoundCard = """
        (() => {
          const played = globalThis.played = [];
          const start = OscillatorNode.prototype.start;
          OscillatorNode.prototype.start = function (at) { played.push(this.frequency.value); return start.call(this, at); };
        })()
        """;

    [Fact]
    public async Task In_Arabic_on_a_small_telephone_the_game_is_played_and_French_is_one_tap_away()
    {
        await using var window = await town.Telephone();
        var (page, finger, axe) = (window.Page, new Finger(window.Page), new Wcag(window.Page));
        await page.GotoAsync("/eva/BKT59000?langue=ar");
        await Expect(page.Locator(".told[lang=ar][dir=rtl]")).ToContainTextAsync("هذا ليس امتحانًا");
        await axe.Check("entrée");
        await finger.Type("Votre prénom", "سلمى");
        await finger.Tick("Oui, je veux jouer");
        await finger.Press("ابدأ Commencer");
        for (var number = 1; number <= 8; number++)
        {
            await Expect(page.Locator(".person-step")).ToHaveTextAsync($"Question {number} sur 8");
            await finger.Press("Je préfère ne pas dire");
        }

        var personal = (await page.Locator(".personal-code").TextContentAsync())!.Trim();
        await axe.Check("code");
        await finger.Press("العب Jouer");
        var title = page.Locator(".tongue[lang=ar][dir=rtl] h1");
        await Expect(title).ToHaveTextAsync("مرحبًا سلمى.", new() { Timeout = 120_000 });
        Assert.Equal("rtl", await title.EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        Assert.Equal("ltr", await page.Locator("main").EvaluateAsync<string>("e => getComputedStyle(e).direction"));
        await axe.Check("ville");
        await Expect(page.GetByText("Environ 12 minutes.")).ToHaveCountAsync(0);
        await finger.Press("En français بالفرنسية");
        await Expect(page.Locator(".tongue-french[lang=fr]").Filter(new() { HasText = "Environ 12 minutes." })).ToBeVisibleAsync();
        await finger.Press("En français بالفرنسية");

        await finger.Press("Entrer : La tournée de livraison دخول: جولة التوصيل");
        await Expect(title).ToHaveTextAsync("تقضي اليوم مع فريق المستودع.");
        await axe.Check("consigne");
        await finger.Press("Commencer ابدأ");
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Essai 1 sur 2");
        await Expect(page.Locator(".training-note[lang=ar][dir=rtl]")).ToContainTextAsync("هذه محاولة للتدريب");
        await axe.Check("essai");
        await finger.Press("Aide");
        await Expect(page.Locator("dialog[open] .tongue[lang=ar] li").First).ToHaveTextAsync("اقرأ التعليمات أو استمع إليها.");
        await Expect(page.Locator("dialog[open] dl")).ToContainTextAsync("إجابتي جاهزة");
        await axe.Check("aide");

        // Another language, without loading the page again.
        await page.EvaluateAsync("() => { globalThis.sameVisit = true; }");
        await finger.Press("Langue / Language");
        await finger.Press("Українська");
        await Expect(page.Locator("dialog[open] .tongue[lang=uk][dir=ltr] li").First).ToHaveTextAsync("Прочитайте або послухайте завдання.");
        await finger.Press("Français");
        await Expect(page.Locator("dialog[open] .tongue")).ToHaveCountAsync(0);
        await finger.Press("العربية");
        await finger.Press("Revenir au jeu العودة إلى اللعبة");
        Assert.True(await page.EvaluateAsync<bool>("() => globalThis.sameVisit === true"));

        var player = new Player(page, finger);
        foreach (var item in LivraisonBank.Current.Training)
        {
            await (item.Kind == ItemKind.Choice ? finger.Choose(item.Choices[0].Text) : finger.TypeNumber("3"));
            await finger.Press("Valider");
            await finger.Press("Continuer");
        }

        await Expect(title).ToHaveTextAsync("انتهت المحاولات. حان دورك!");
        await axe.Check("prêt");
        await finger.Press("Commencer le jeu ابدأ اللعبة");
        await player.AnswerItems(_ => true, 1, 1);
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Question 2 sur 19");
        Assert.Empty(await page.Locator("main [lang=ar]").AllAsync());
        await finger.Press("Pause");
        await Expect(title).ToHaveTextAsync("هذا وقت الاستراحة.");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "العربية", Exact = true }).First).ToBeVisibleAsync();
        await axe.Check("pause");
        await finger.Press("Reprendre تابع");
        await Expect(page.Locator(".saved-saved")).ToBeVisibleAsync();

        var told = town.Product.Read(db => db.Events.AsNoTracking().Where(line => db.Runs.Any(r => r.Id == line.RunId && db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Code == personal)))
            .OrderBy(e => e.Position).AsEnumerable().Where(e => e.Name == EventNames.LanguageChosen).Select(e => Eva.Playing.EventData.Text(e.Data, "langue")).ToList());
        Assert.Equal(["ar", "uk", "fr", "ar"], told);
        Assert.Empty(finger.Complaints);
        Assert.Empty(window.Complaints);
        axe.FoundNothing();
    }

    [Fact]
    public async Task A_voice_of_the_language_reads_it_and_where_there_is_none_it_is_said_and_the_French_is_read()
    {
        await using var window = await town.Desk();
        await window.Context.AddInitScriptAsync(TwoVoices);
        var (page, hand) = (window.Page, new Keyboard(window.Page));
        await page.GotoAsync("/eva?langue=uk");
        await hand.Press("Écouter (Слухати)");
        await Expect(page.Locator("[data-listen]")).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal(["uk-UA Добрий день", "uk-UA У вас є код на папері. ", "uk-UA Введіть цей код."], await Said());

        await page.GotoAsync("/eva?langue=ar");
        await hand.Press("Écouter (استمع)");
        await Expect(page.Locator("[data-listen-message][lang=ar]")).ToHaveTextAsync("لا يوجد في هذا الجهاز صوت بهذه اللغة. يمكنك القراءة، أو الاستماع بالفرنسية.");
        await Expect(page.Locator("[data-listen]")).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Equal(["fr-FR Vous avez un code sur un papier. ", "fr-FR Tapez ce code."], await Said());

        var player = new Player(page, hand);
        await player.Enter("BKT59000", "Salma");
        await player.AnswerQuestions();
        await player.OpenGames();
        await Choose("العربية");
        await hand.Press("Écouter");
        await Expect(page.Locator(".no-voice [lang=ar]")).ToHaveTextAsync("لا يوجد في هذا الجهاز صوت بهذه اللغة. يمكنك القراءة، أو الاستماع بالفرنسية.");
        await Expect(page.Locator(".tool-ear")).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.All(await Said(), said => Assert.StartsWith("fr-FR ", said, StringComparison.Ordinal));
        await Expect(page.Locator(".tongue-french").Filter(new() { HasText = "Bonjour Salma." })).ToBeVisibleAsync();

        await Choose("Українська");
        await page.EvaluateAsync("() => { said.length = 0; }");
        await hand.Press("Écouter");
        await Expect(page.Locator(".tool-ear")).ToHaveAttributeAsync("aria-pressed", "false");
        var read = await Said();
        Assert.Equal("uk-UA Вітаємо, Salma.", read[0]);
        Assert.Contains("fr-FR Bonjour Salma.", read);
        Assert.Empty(window.Complaints);

        async Task Choose(string language)
        {
            await page.Locator(".tool-language").ClickAsync();
            await page.Locator("#langue").GetByRole(AriaRole.Button, new() { Name = language }).ClickAsync();
        }

        async Task<string[]> Said() => [.. (await page.EvaluateAsync<string[]>("() => said")).Select(text => Space().Replace(text, " "))];
    }

    [Fact]
    public async Task Sounds_are_off_until_they_are_asked_for_and_a_reload_remembers_it()
    {
        await using var window = await town.Desk();
        await window.Context.AddInitScriptAsync(SoundCard);
        var (page, hand) = (window.Page, new Keyboard(window.Page));
        var player = new Player(page, hand);
        await player.Enter("BKT59000", "Sonia");
        await player.AnswerQuestions();
        await player.OpenGames();
        await hand.Press("Arrêter");
        await hand.Press("Continuer le jeu");
        Assert.Equal(0, await Played());

        await page.GetByLabel("Sons : non").CheckAsync();
        await Expect(page.GetByLabel("Sons : oui")).ToBeCheckedAsync();
        Assert.Equal(1, await Played());
        await hand.Press("Arrêter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Arrêter pour aujourd’hui ?" })).ToBeVisibleAsync();
        Assert.Equal(2, await Played());

        await page.ReloadAsync();
        await Expect(page.GetByLabel("Sons : oui")).ToBeCheckedAsync(new() { Timeout = 120_000 });
        Assert.Empty(window.Complaints);

        Task<int> Played() => page.EvaluateAsync<int>("() => played.length");
    }

    [GeneratedRegex("\\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
