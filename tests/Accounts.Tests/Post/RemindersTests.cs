using System.Net;
using System.Globalization;
using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Beffroi.Testing;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Accounts.Tests.Post;

/// <summary>The letters of the calendar. Tests start on Monday 23 November 2026 at 11:00 in Paris.</summary>
public sealed class RemindersTests
{
    const string Lina = "lina.petit@structure.fr";

    [Theory, ClassData(typeof(Engines))]
    public async Task On_Monday_at_nine_in_Paris_admins_are_reminded_once_of_who_waits(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        Until(site, "2026-11-30T07:59:59Z");
        await site.HourPasses();
        Assert.Empty(site.Letters("hebdo"));

        Until(site, "2026-11-30T08:00:00Z");
        await site.HourPasses();
        await site.HourPasses();
        var letters = Deciding(site);
        // The admin of the structure and the one above; the admin of another structure has nobody waiting.
        Assert.Equal([Crew.EmailOf(Crew.Admin), Crew.EmailOf(Crew.RegionAdmin)], letters.Select(l => l.To));
        Assert.Equal($"hebdo:{site.IdOf(Crew.Admin)}:2026-W49", letters[0].Key);
        Assert.Equal("1 compte attend votre décision", letters[0].Subject.Replace('\u00A0', ' '));
        Assert.Equal("""
            Bonjour Nadia Belkacem,

            1 compte attend votre décision :
            {site}/personnes?etat=attente

            L’équipe Beffroi
            {site}/

            Vous ne voulez plus recevoir ces rappels ? Ouvrez ce lien :
            {arret}
            """, LettersTests.Read(letters[0]));

        // The week after, again.
        Until(site, "2026-12-07T08:00:00Z");
        await site.HourPasses();
        Assert.Equal(4, Deciding(site).Count);
        // Who has nobody to decide of may have people to follow: what the modules say is in the same letter.
        Assert.Contains("À suivre cette semaine :\n- ", LettersTests.Read(site.Letters("hebdo").First(l => l.To == Crew.EmailOf(Crew.Hugo))), StringComparison.Ordinal);
    }

    static List<OutboxLetter> Deciding(SiteUnderTest site) => [.. site.Letters("hebdo").Where(l => l.Subject.EndsWith("votre décision", StringComparison.Ordinal))];

    [Fact]
    public async Task Summer_time_does_not_move_nine_o_clock()
    {
        await using var site = await SiteUnderTest.WithWorld();
        Until(site, "2027-07-05T06:59:59Z");
        await site.HourPasses();
        Assert.Empty(site.Letters("hebdo"));
        Until(site, "2027-07-05T07:00:00Z");
        await site.HourPasses();
        Assert.Equal(2, site.Letters("hebdo").Count);
    }

    [Theory]
    [InlineData("2026-12-01T09:00:00Z")]
    [InlineData("2026-12-06T23:30:00Z")]
    public async Task No_weekly_letter_on_another_day(string at)
    {
        await using var site = await SiteUnderTest.WithWorld();
        Until(site, at);
        await site.HourPasses();
        Assert.Empty(site.Letters("hebdo"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task After_seven_days_a_structure_without_a_campaign_has_its_admin_written_to(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await OpenStructure(site);
        Until(site, "2026-11-30T09:59:59Z");
        await site.HourPasses();
        Assert.Empty(site.Letters("7-jours"));

        Until(site, "2026-11-30T10:00:00Z");
        await site.HourPasses();
        await site.HourPasses();
        var letter = Assert.Single(site.Letters("7-jours"));
        Assert.Equal((Lina, "Créez votre première campagne"), (letter.To, letter.Subject));
        Assert.Contains("La structure « Cap emploi du Nord » n’a pas encore de campagne.", LettersTests.Read(letter), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_structure_with_a_campaign_is_left_in_peace()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var lina = await OpenStructure(site);
        await lina.Open("/eva/campagnes/nouvelle");
        await lina.Press("Créer la campagne", ("Label", "Accueil"), ("Parcours", "competences_de_base"));
        Until(site, "2026-11-30T10:00:00Z");
        await site.HourPasses();
        Assert.Empty(site.Letters("7-jours"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task After_thirty_days_without_more_than_three_evaluations_help_is_offered(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await OpenStructure(site);
        Until(site, "2026-12-23T09:59:59Z");
        await site.HourPasses();
        Assert.DoesNotContain(site.Letters("30-jours"), l => l.To == Lina);

        Until(site, "2026-12-23T10:00:00Z");
        await site.HourPasses();
        await site.HourPasses();
        var letter = Assert.Single(site.Letters("30-jours"), l => l.To == Lina);
        Assert.Contains("Votre structure compte 0 évaluation.", LettersTests.Read(letter).Replace('\u202F', ' '), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_structure_that_is_activated_gets_no_letter_of_thirty_days()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var mission = site.StructureOf("Mission locale du Beffroi");
        Assert.True(site.Read(db => db.Evaluations.Count(e => e.Campaign!.StructureId == mission)) > 3);
        Until(site, "2026-12-23T11:00:00Z");
        await site.HourPasses();
        Assert.DoesNotContain(site.Letters("30-jours"), l => l.To == Crew.EmailOf(Crew.Admin) || l.To == Crew.EmailOf(Crew.Hugo));
    }

    [Fact]
    public async Task A_site_set_up_later_writes_to_nobody_about_what_is_long_past()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await OpenStructure(site);
        Until(site, "2027-06-15T10:00:00Z");
        await site.HourPasses();
        Assert.Empty(site.Letters("7-jours"));
        Assert.Empty(site.Letters("30-jours"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_reminder_is_stopped_by_its_link_in_one_press_without_signing_in(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var server = new FakeSmtp();
        await site.HourPasses();
        await site.Deliver(server);
        var raw = server.Received.Single(r => PostSteps.Parsed(r).To.Mailboxes.Single().Address == Crew.EmailOf(Crew.Admin));
        var headers = PostSteps.Parsed(raw).Headers;
        Assert.Equal("List-Unsubscribe=One-Click", headers["List-Unsubscribe-Post"]);
        var byProgram = new Uri(headers["List-Unsubscribe"]!.Trim('<', '>')).AbsolutePath;
        var inText = new Uri(PostSteps.Parsed(raw).TextBody!.ReplaceLineEndings("\n").Split('\n').Last(l => l.Contains("/rappels/", StringComparison.Ordinal))).AbsolutePath;

        // Opening it changes nothing; pressing does.
        var visitor = await site.Visit().Open(inText);
        Assert.False(site.ReadAccounts(db => db.ReminderRefusals.Any()));
        await visitor.Press("Ne plus recevoir de rappels");
        Assert.Equal("Vous ne recevrez plus de rappels", visitor.Heading);
        Assert.Equal(site.IdOf(Crew.Admin), site.ReadAccounts(db => db.ReminderRefusals.Single().AccountId));

        // The mail program's own button, pressed once more, is no fault.
        using var nothing = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]);
        var answer = await site.Visit().Http.PostAsync(new Uri(byProgram, UriKind.Relative), nothing, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);

        Until(site, "2026-11-30T08:00:00Z");
        await site.HourPasses();
        Assert.Single(site.Letters("hebdo"), l => l.To == Crew.EmailOf(Crew.Admin));
        Assert.Equal(2, site.Letters("hebdo").Count(l => l.To == Crew.EmailOf(Crew.RegionAdmin)));
    }

    [Fact]
    public async Task Who_stopped_between_the_writing_and_the_sending_gets_nothing_but_what_is_essential()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = new FakeSmtp();
        await site.HourPasses();
        var admin = await site.SignIn(Crew.Admin);
        await admin.Open("/compte");
        await admin.Press("Ne plus recevoir de rappels");
        await admin.Press("Recevoir le lien");
        await site.Deliver(server);

        Assert.Equal(["Confirmez votre adresse"], server.Received.Select(PostSteps.Parsed).Where(m => m.To.Mailboxes.Single().Address == Crew.EmailOf(Crew.Admin)).Select(m => m.Subject));
        await admin.Open("/compte");
        await admin.Press("Recevoir les rappels");
        Assert.False(site.ReadAccounts(db => db.ReminderRefusals.Any()));
    }

    [Fact]
    public void The_round_is_at_each_hour() =>
        Assert.Equal(Instant("2026-11-23T11:00:00Z"), ReminderRound.Next(Instant("2026-11-23T10:00:00Z")));

    static async Task<Visitor> OpenStructure(SiteUnderTest site)
    {
        var visitor = await site.Visit().Open("/inscription/nouvelle-structure");
        return await visitor.Press("Créer ma structure et mon compte", ("StructureName", "Cap emploi du Nord"), ("Type", "CapEmploi"), ("PostCode", "59000"), ("Siret", "73282932000074"), ("Name", "Lina Petit"), ("Email", Lina), ("Password", "une phrase de passe"), ("TermsAccepted", "true"));
    }

    static void Until(SiteUnderTest site, string at) => site.Clock.Advance(Instant(at) - site.Clock.GetUtcNow());

    static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
}
