using System.Net;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Entry;

namespace Beffroi.Eva.Tests.Languages;

/// <summary>In which language a person read what she agreed to and the instructions of her games: offered, kept, told to the adviser.</summary>
public sealed class LanguageOfInstructionsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_agreed_to_is_read_in_the_language_chosen_with_its_French_below_and_the_language_is_kept(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "En ukrainien");

        var olena = site.Visit();
        await olena.Open("/eva");
        await olena.Follow("Українська");
        await olena.Press("Далі Continuer", ("Code", campaign.Code));
        Assert.Equal($"/eva/{campaign.Code}?langue=uk", olena.Address);
        var told = olena.Page.QuerySelector(".told[lang=uk][dir=ltr]")!;
        Assert.Equal(["Ви гратимете в короткі ігри про роботу.", "Ми зберігаємо ваше ім’я та ваші відповіді."], told.QuerySelectorAll("p").Take(2).Select(p => p.TextContent));
        Assert.All(ConsentText.Sentences, sentence => Assert.Contains(sentence, olena.Page.QuerySelector("details.told-french")!.TextContent, StringComparison.Ordinal));
        await olena.Press("Почати Commencer", ("Name", "Олена"), ("Consent", "true"));

        Assert.StartsWith("/eva/bienvenue/", olena.Address, StringComparison.Ordinal);
        var evaluation = site.LastEvaluation(campaign.Id);
        Assert.Equal(("Олена", ConsentText.Version + "/uk"), (evaluation.Beneficiary!.Name, evaluation.ConsentVersion));
    }

    [Fact]
    public async Task In_Arabic_the_translated_block_alone_is_mirrored()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "En arabe");

        var page = (await site.Visit().Open($"/eva/{campaign.Code}?langue=ar")).Page;

        Assert.Equal(("fr", "ltr"), (page.DocumentElement.GetAttribute("lang"), page.DocumentElement.GetAttribute("dir")));
        Assert.Equal(["ar"], page.QuerySelectorAll("main [dir=rtl]:not(nav *)").Select(e => e.GetAttribute("lang")).Distinct());
        Assert.Contains("هذا ليس امتحانًا", page.QuerySelector(".told[dir=rtl]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Language.All.Select(l => (l.Name, (string?)l.Code, (string?)l.Direction)), page.QuerySelectorAll("nav.languages a").Select(a => (a.TextContent, a.GetAttribute("lang"), a.GetAttribute("dir"))));
        Assert.Equal("العربية", page.QuerySelector("nav.languages [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task What_is_missing_is_said_in_both_languages()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Il manque");

        var awa = await site.Visit().Open($"/eva/{campaign.Code}?langue=uk");
        await awa.Press("Почати Commencer");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, awa.Status);
        Assert.Equal(["Écrivez votre prénom", "Cochez « Oui, je veux jouer » pour commencer"], awa.Mistakes.Select(m => m.Replace('\u00a0', ' ')));
        Assert.Equal(["Чогось бракує", "Напишіть ваше ім’я. У ньому не більше ніж 60 літер.", "Позначте «Так, я хочу грати», щоб почати."], awa.Page.QuerySelectorAll(".told-wrong[lang=uk] p").Select(p => p.TextContent));
    }

    [Theory]
    [InlineData("xx")]
    [InlineData("UK")]
    [InlineData("<b>")]
    public async Task A_language_that_is_not_offered_is_refused_with_its_reason(string language)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Langue inconnue");
        var awa = site.Visit();

        foreach (var page in new[] { "/eva", $"/eva/{campaign.Code}" })
        {
            await awa.Open($"{page}?langue={Uri.EscapeDataString(language)}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, awa.Status);
            Assert.Contains("Cette langue n’est pas proposée", awa.Page.QuerySelector(".fr-alert--error")!.TextContent, StringComparison.Ordinal);
            Assert.Equal("Français", awa.Page.QuerySelector("nav.languages [aria-current]")!.TextContent);
        }

        await awa.Post($"/eva/{campaign.Code}", ("Name", "Awa"), ("Consent", "true"), ("Langue", language));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, awa.Status);
        Assert.False(site.Read(db => db.Evaluations.Any(e => e.CampaignId == campaign.Id)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_language_of_each_run_is_kept_and_the_adviser_reads_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Consignes");
        var awa = await Participant.Enter(site, campaign.Code);
        var receipt = await awa.Send(new Story(await awa.Start("livraison")).Chose("uk").Tell(EventNames.Started).Answer("L01", "b", 4).Events);
        await awa.Send(new Story(await awa.Start("maintenance")).Chose("uk").Tell(EventNames.Started).Chose("fr").Events);

        var hugo = await site.SignIn(Crew.Hugo);
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");

        Assert.Equal((4, 0), (receipt.Accepted, receipt.Refused.Count));
        Assert.Contains("Consignes lues en ukrainien. Les questions et les documents restent en français.", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("1 réponses sur 19, en cours, consignes en ukrainien.", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("0 réponses sur 56, en cours, consignes en ukrainien puis français.", hugo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_adviser_reads_nothing_of_languages_where_all_was_French_and_of_the_agreement_where_it_alone_was_not()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Rien à dire");
        var awa = await Participant.Enter(site, campaign.Code);
        await awa.Send(new Story(await awa.Start("livraison")).Chose("fr").Tell(EventNames.Started).Events);
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");
        Assert.DoesNotContain("onsignes", hugo.Text, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        var dara = await site.Visit().Open($"/eva/{campaign.Code}?langue=fa");
        await dara.Press("شروع Commencer", ("Name", "Dara"), ("Consent", "true"));
        await hugo.Open($"/eva/evaluations/{site.LastEvaluation(campaign.Id).Id}");
        Assert.Contains("Accord lu en persan ou dari.", hugo.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"langue":"xx"}""")]
    [InlineData("""{"langue":"FR"}""")]
    [InlineData("""{"langue":3}""")]
    [InlineData("{}")]
    public async Task An_event_of_a_language_that_is_not_offered_is_refused_with_its_reason(string data)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Refus");
        var awa = await Participant.Enter(site, campaign.Code);
        var play = await awa.Start("livraison");
        var told = new Story(play).Tell(EventNames.LanguageChosen).Events[0] with { Data = System.Text.Json.JsonSerializer.Deserialize<Dictionary<string, System.Text.Json.JsonElement>>(data) };

        var receipt = await awa.Send([told]);

        Assert.Equal("cette langue n’est pas proposée : il y a fr, ar, en, fa, uk", Assert.Single(receipt.Refused).Reason.Replace('\u00a0', ' '));
        Assert.Empty(site.Read(db => db.Events.Where(e => e.RunId == play.SessionId).ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task On_another_device_a_person_goes_on_in_the_language_she_chose_last(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var campaign = await site.Create(Crew.Hugo, "Autre appareil");
        Assert.Null((await (await Participant.Enter(site, campaign.Code)).Journey()).Language);

        var olena = await Participant.Enter(site, campaign.Code, "Olena", "uk");
        Assert.Equal("uk", (await olena.Journey()).Language);
        await olena.Send(new Story(await olena.Start("livraison")).Chose("en").Events);
        await olena.Send(new Story(await olena.Start("maintenance")).After(60, EventNames.LanguageChosen, ("langue", "ar")).Events);
        Assert.Equal("ar", (await olena.Journey()).Language);

        var code = await olena.AnswerQuestionnaire();
        Assert.Equal("ar", (await (await Participant.ComeBack(site, code)).Journey()).Language);
    }

    [Fact]
    public async Task The_personal_code_is_explained_in_the_language_of_the_agreement()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var campaign = await site.Create(Crew.Hugo, "Code");
        var olena = await Participant.Enter(site, campaign.Code, "Olena", "uk");
        await olena.AnswerQuestionnaire();

        Assert.Equal("Дякуємо, Olena. Усе готово.", olena.Visitor.Heading);
        Assert.Contains("Ось ваш особистий код. Запишіть цей код.", olena.Visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Voici votre code personnel. Notez ce code.", olena.Visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_plays_alone_agrees_in_her_language_too()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var salma = await site.Visit().Open("/eva/seul?langue=ar");
        Assert.Equal("اللعب دون مرافق، بدون رمز", salma.Heading);
        Assert.Contains("نتائجك لك.", salma.Page.QuerySelector(".told[dir=rtl]")!.TextContent, StringComparison.Ordinal);

        await salma.Press("ابدأ Commencer", ("Parcours", "competences_de_base"), ("Consent", "true"));

        Assert.StartsWith("/eva/bienvenue/", salma.Address, StringComparison.Ordinal);
        Assert.Equal(Eva.Alone.AloneConsent.Version + "/ar", site.Read(db => db.Evaluations.Single(e => e.CampaignId == null).ConsentVersion));
    }

    [Fact]
    public void Situations_have_the_same_French_name_in_the_file_of_languages_and_in_their_rules() =>
        Assert.All(SituationCatalog.All.Where(s => Language.French.Words("porte." + s.Name) is not null), s => Assert.Equal(s.Label, Language.French.Words("porte." + s.Name)));
}

static class ChosenLanguage
{
    public static Story Chose(this Story story, string language) => story.Tell(EventNames.LanguageChosen, ("langue", language));
}
