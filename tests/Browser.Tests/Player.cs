using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using static Microsoft.Playwright.Assertions;

namespace Beffroi.Browser.Tests;

/// <summary>A person who goes through the whole parcours on the screen, with the hand she has.</summary>
public sealed class Player(IPage page, IHand hand)
{
    // A person looks at a word before she answers; the game takes anything sooner for the end of the gesture before.
    const string SeeWord = """
        () => new Promise(resolve => {
          let since = null;
          const look = now => {
            const word = document.getElementById('mot');
            const text = word && !word.querySelector('.word-cross') ? word.textContent.trim() : '';
            if (!text) since = null; else since ??= now;
            if (since !== null && now - since > 250) resolve(text); else requestAnimationFrame(look);
          };
          requestAnimationFrame(look);
        })
        """;

    /// <summary>Runs a browser's clocks ahead when asked to: minutes of reading pass without anybody waiting for them.</summary>
    public const string Hourglass = """
        (() => {
          let skipped = 0;
          const now = performance.now.bind(performance);
          const stamp = Object.getOwnPropertyDescriptor(Event.prototype, 'timeStamp').get;
          performance.now = () => now() + skipped;
          Object.defineProperty(Event.prototype, 'timeStamp', { get() { return stamp.call(this) + skipped; } });
          globalThis.readFor = seconds => { skipped += seconds * 1000; };
        })()
        """;

    // What somebody at ease takes: slow enough to be reading.
    const double QuestionSeconds = 9;
    const double WordSeconds = 0.8;

    readonly ILocator _title = page.Locator("h1");
    readonly ILocator _progress = page.Locator(".progress p");

    /// <summary>From the code on the paper to the first question.</summary>
    /// <param name="questions">Eight, and those of the campaign's options.</param>
    public async Task Enter(string code, string name, int questions = 8)
    {
        await page.GotoAsync("/eva");
        await hand.Type("Votre code", code);
        await hand.Press("Continuer");
        await Expect(_title).ToHaveTextAsync("Bienvenue");
        await hand.Type("Votre prénom", name);
        await hand.Tick("Oui, je veux jouer");
        await hand.Press("Commencer");
        await Expect(page.Locator(".person-step")).ToHaveTextAsync($"Question 1 sur {questions}");
    }

    /// <summary>Age and gender are said, the rest is not; gives the personal code.</summary>
    public async Task<string> AnswerQuestions()
    {
        await hand.Type("Votre âge", "35");
        await hand.Press("Continuer");
        await Expect(page.Locator(".person-step")).ToHaveTextAsync("Question 2 sur 8");
        await hand.Choose("Une femme");
        await hand.Press("Continuer");
        for (var number = 3; number <= 8; number++)
        {
            await Expect(page.Locator(".person-step")).ToHaveTextAsync($"Question {number} sur 8");
            await hand.Press("Je préfère ne pas dire");
        }

        return (await page.Locator(".personal-code").TextContentAsync())!.Trim();
    }

    public async Task OpenGames()
    {
        await hand.Press("Jouer");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Entrer : " }).First).ToBeVisibleAsync(new() { Timeout = 120_000 });
    }

    /// <summary>The delivery; <paramref name="until"/> is the last question answered, null to the end with the text.</summary>
    public async Task PlayLivraison(Func<string, bool> right, int? until = null, string? text = null)
    {
        await hand.Press("Entrer : La tournée de livraison");
        await hand.Press("Commencer");
        foreach (var (number, item) in LivraisonBank.Current.Training.Index())
        {
            await Expect(_progress).ToHaveTextAsync($"Essai {number + 1} sur 2");
            await Answer(item, right: true);
            await hand.Press("Continuer");
        }

        await hand.Press("Commencer le jeu");
        await AnswerItems(right, 1, until ?? LivraisonBank.Current.Items.Count);
        if (until is null)
        {
            await FinishLivraison(text);
        }
    }

    public async Task AnswerItems(Func<string, bool> right, int from, int to)
    {
        for (var number = from; number <= to; number++)
        {
            await Expect(_progress).ToHaveTextAsync($"Question {number} sur 19");
            var item = LivraisonBank.Current.Items[number - 1];
            await Answer(item, right(item.Id));
        }
    }

    public async Task FinishLivraison(string? text)
    {
        if (text is not null)
        {
            await Expect(_progress).ToHaveTextAsync("Pour finir");
            await hand.Type(LivraisonBank.Current.Writing.Question, text);
            await hand.Press("Valider");
        }

        await Expect(_title).ToHaveTextAsync("Merci !");
        await hand.Press("Continuer");
    }

    public async Task PlayMaintenance(Func<string, bool> right)
    {
        await hand.Press("Entrer : Le robot de l’atelier");
        await hand.Press("Commencer");
        for (var number = 1; number <= 6; number++)
        {
            await Expect(_progress).ToHaveTextAsync($"Essai {number} sur 6");
            var text = await page.EvaluateAsync<string>(SeeWord);
            await hand.Judge(MaintenanceBank.Current.Training.Single(w => w.Text == text).French);
            await hand.Press("Continuer");
        }

        await hand.Press("Commencer le jeu");
        for (var number = 1; number <= 56; number++)
        {
            await Expect(_progress).ToHaveTextAsync($"Mot {number} sur 56");
            var text = await page.EvaluateAsync<string>(SeeWord);
            var word = MaintenanceBank.Current.Stimuli.Single(w => w.Text == text);
            await Reads(WordSeconds);
            await hand.Judge(right(word.Id) == word.French);
            if (number == 28)
            {
                await Expect(_title).ToHaveTextAsync("Vous êtes à la moitié.");
                await hand.Press("Continuer");
            }
        }

        await Expect(_title).ToHaveTextAsync("Merci !");
        await hand.Press("Continuer");
    }

    async Task Answer(BankItem item, bool right)
    {
        var answer = right ? Story.Right(item) : Story.Wrong(item);
        await Reads(QuestionSeconds);
        await (item.Kind == ItemKind.Choice ? hand.Choose(item.Choices.Single(c => c.Id == answer).Text) : hand.TypeNumber(answer.Replace('.', ',')));
        await hand.Press("Valider");
    }

    Task Reads(double seconds) => page.EvaluateAsync("seconds => globalThis.readFor?.(seconds)", seconds);
}
