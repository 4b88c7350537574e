using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Microsoft.EntityFrameworkCore;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>The voice: what it says, what it keeps silent until asked, and that nothing needs it.</summary>
public sealed class VoiceTests(Town town)
{
    // A device with a French voice: it notes what it is asked to say, and says each sentence at once.
    const string FrenchVoice = """
        (() => {
          const said = globalThis.said = [];
          const voice = { lang: 'fr-FR', name: 'Essai', localService: true };
          const synthesis = { getVoices: () => [voice], cancel() {}, addEventListener() {},
            speak(u) { said.push(u.text); setTimeout(() => { u.onstart?.({}); u.onboundary?.({ name: 'word', charIndex: 0, charLength: 3 }); setTimeout(() => u.onend?.({}), 5); }, 5); } };
          Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis });
          globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
        })()
        """;

    static readonly BankItem First = LivraisonBank.Current.Items[0];

    [Fact]
    public async Task A_measured_text_is_silent_until_it_is_asked_for_and_then_the_item_is_marked()
    {
        await using var window = await town.Desk();
        await window.Context.AddInitScriptAsync(FrenchVoice);
        var page = window.Page;
        var (player, hand) = (new Player(page, new Keyboard(page)), new Keyboard(page));
        await player.Enter("BKT59000", "Paule");
        var personal = await player.AnswerQuestions();
        await player.OpenGames();
        await player.PlayLivraison(_ => true, until: 0);
        var text = First.Document!.Lines.MaxBy(line => line.Length)!;
        await Expect(page.Locator("#document")).ToContainTextAsync(text);

        await page.EvaluateAsync("() => { said.length = 0; }");
        await hand.Press("Écouter");
        await Expect(page.Locator(".tool-ear")).ToHaveAttributeAsync("aria-pressed", "false");
        var heard = await Said(page);
        Assert.Contains(Bare(First.Question), heard, StringComparison.Ordinal);
        Assert.DoesNotContain(Bare(text), heard, StringComparison.Ordinal);

        await hand.Press("Aide");
        await hand.Press("Faire lire le texte");
        await Expect(page.Locator(".tool-ear")).ToHaveAttributeAsync("aria-pressed", "false");
        await player.AnswerItems(_ => true, 1, 1);
        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Question 2 sur 19");
        await Expect(page.Locator(".saved-saved")).ToBeVisibleAsync();

        Assert.Contains(Bare(text), await Said(page), StringComparison.Ordinal);
        var names = Told(personal, First.Id);
        Assert.True(names.IndexOf(EventNames.ReadAloud) is var read and >= 0 && read < names.IndexOf(EventNames.Answered), string.Join(", ", names));
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task Where_there_is_no_voice_the_page_says_so_and_the_game_goes_on()
    {
        await using var window = await town.Desk();
        await window.Context.AddInitScriptAsync("delete globalThis.SpeechSynthesisUtterance; Object.defineProperty(globalThis, 'speechSynthesis', { value: undefined });");
        var page = window.Page;
        var (player, hand) = (new Player(page, new Keyboard(page)), new Keyboard(page));
        await player.Enter("BKT59000", "Quentin");
        await hand.Press("Écouter");
        await Expect(page.GetByText("La lecture à voix haute n’est pas disponible sur cet appareil. Vous pouvez continuer.")).ToBeVisibleAsync();
        await player.AnswerQuestions();
        await player.OpenGames();
        await player.PlayLivraison(_ => true, until: 0);

        await hand.Press("Écouter");
        await Expect(page.Locator(".no-voice")).ToHaveTextAsync("La lecture à voix haute n’est pas disponible sur cet appareil. Vous pouvez continuer.");
        await player.AnswerItems(_ => true, 1, 1);

        await Expect(page.Locator(".progress p")).ToHaveTextAsync("Question 2 sur 19");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_word_that_is_read_is_marked_on_the_page()
    {
        await using var window = await town.Desk();
        await window.Context.AddInitScriptAsync(FrenchVoice.Replace("setTimeout(() => u.onend?.({}), 5);", "", StringComparison.Ordinal));
        await window.Page.GotoAsync("/eva");

        await new Keyboard(window.Page).Press("Écouter");

        await Expect(window.Page.GetByRole(AriaRole.Button, new() { Name = "Écouter" })).ToHaveAttributeAsync("aria-pressed", "true");
        Assert.Equal("Bon", await window.Page.EvaluateAsync<string>("""
            () => new Promise(resolve => { const look = () => { const text = [...(CSS.highlights.get('lecture') ?? [])].map(r => r.toString()).join(''); text.length === 3 ? resolve(text) : requestAnimationFrame(look); }; look(); })
            """));
    }

    List<string> Told(string personal, string item) => town.Product.Read(db =>
        db.Events.AsNoTracking().Where(line => db.Runs.Any(r => r.Id == line.RunId && db.Evaluations.Any(e => e.Id == r.EvaluationId && e.Beneficiary!.Code == personal)))
            .OrderBy(e => e.Position).AsEnumerable().Where(e => Eva.Playing.EventData.Text(e.Data, "question") == item).Select(e => e.Name).ToList());

    static async Task<string> Said(IPage page) => Bare(await page.EvaluateAsync<string>("() => said.join(' ')"));

    // Said as written or as spoken: only letters count.
    static string Bare(string text) => string.Concat(text.Where(char.IsLetter)).ToUpperInvariant();
}
