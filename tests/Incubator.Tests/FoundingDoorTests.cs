using System.Net;
using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;

namespace Beffroi.Incubator.Tests;

/// <summary>Startups and conventions entered by the pages, then signed, published, ended.</summary>
public sealed class FoundingDoorTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F1_a_startup_without_title_mission_contact_or_incubator_is_refused_with_what_was_typed(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.SignIn(Crew.Superadmin);
        (string Field, string? Answer)[] whole = [("Title", "Essai"), ("Slug", "essai"), ("Mission", "Aider"), ("Contact", "equipe@essai.example"), ("Incubator", "DINUM")];

        foreach (var missing in new[] { "Title", "Mission", "Contact", "Incubator", "Slug" })
        {
            await camille.Open(Addresses.NewStartup);
            await camille.Press("Inscrire la startup", [.. whole.Select(f => f.Field == missing ? (f.Field, "  ") : f)]);
            Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (camille.Status, camille.Mistakes.Count));
        }

        Assert.Equal("Essai", camille.Page.QuerySelector("input[name=Title]")!.GetAttribute("value"));
        Assert.Equal(0, site.ReadIncubator(db => db.Startups.Count()));
        await camille.Press("Inscrire la startup", ("Slug", "essai"));
        Assert.Equal(("Essai", "/startups/essai"), (camille.Heading, camille.Address));
        await camille.Open(Addresses.NewStartup);
        await camille.Press("Inscrire la startup", whole);
        Assert.Contains("déjà cette adresse", camille.Mistakes.Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Slug", "Majuscule")]
    [InlineData("Slug", "deux--tirets")]
    [InlineData("Contact", "sans arobase")]
    [InlineData("Link", "javascript:alert(1)")]
    [InlineData("Repository", "exemple.fr/code")]
    public async Task A_startup_with_an_address_that_is_none_is_refused(string field, string typed)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.NewStartup);

        await camille.Press("Inscrire la startup", [.. new (string, string?)[] { ("Title", "Essai"), ("Slug", "essai"), ("Mission", "Aider"), ("Contact", "equipe@essai.example"), ("Incubator", "DINUM") }.Where(f => f.Item1 != field), (field, typed)]);

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (camille.Status, camille.Mistakes.Count));
        Assert.Equal(typed, camille.Page.QuerySelector($"input[name={field}]")!.GetAttribute("value"));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F3_the_convention_of_Eva_is_entered_by_the_page_with_nothing_beside_its_fields(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var camille = await site.WriteEva();

        var written = site.ReadIncubator(db => db.Conventions.Single());
        Assert.Equal(Sample.EvaClauses, written.Clauses);
        Assert.Equal(Sample.Eva().Imputation, written.Imputation);
        Assert.Equal((370_000m, 370_000m, new DateOnly(2026, 12, 31), null), (written.AmountAe.Amount, written.AmountCp.Amount, written.WrittenHardStop, written.SignedOn));
        Assert.Equal(["DGEFP", "beta.gouv.fr"], written.RequiredAttendees);
        Assert.Equal(0, site.ReadIncubator(db => db.Entries.Count()));
        Assert.Contains("Aucune convention", (await site.Visit().Open("/conventions")).Text, StringComparison.Ordinal);
        Assert.Equal("Personnes", camille.Heading);
    }

    [Fact]
    public async Task A_convention_with_codes_of_two_programmes_or_without_a_clause_is_refused_field_by_field()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Found();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.NewConvention);
        await camille.Press("Écrire la convention");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Equal(0, site.ReadIncubator(db => db.Conventions.Count()));

        await camille.Press("Écrire la convention", [.. Paper.Eva.Select(f => f.Field == "Activity" ? (f.Field, "010501A61404") : f)]);

        Assert.Contains("programme 0103", camille.Mistakes.Single(), StringComparison.Ordinal);
        Assert.Equal(5, camille.Page.QuerySelectorAll("input[name=Prestations][checked]").Length);
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Signing_opens_the_money_and_the_register_and_happens_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.WriteEva();
        var camille = await site.Named(Duty.Manager);

        await camille.Open(Addresses.Dates(Paper.Slug));
        await camille.Press("Écrire la signature", ("SignedOn", "2026-11-24"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        await camille.Press("Écrire la signature", ("SignedOn", "2026-11-02"));

        var balance = Balance.Of(site.ReadIncubator(db => db.Entries.ToList()));
        Assert.Equal((370_000m, 370_000m), (balance.AvailableAe.Amount, balance.AvailableCp.Amount));
        // O16, O32, O33: authorisations the same day, copies and publications within thirty days, a business referent.
        Assert.Equal(
            [TaskKind.ChorusAuthorisation, TaskKind.CopyToCbcmMef, TaskKind.CopyToCbcmPm, TaskKind.NameBusinessReferent, TaskKind.PublishOnDataGouv, TaskKind.PublishOnIntranet],
            site.ReadIncubator(db => db.Tasks.ToList()).Select(t => t.Kind).OrderBy(k => k.ToString(), StringComparer.Ordinal));
        Assert.Equal(2, site.ReadIncubator(db => db.Journal.Count(l => l.Act == "incubateur.signer")));
        await camille.Open(Addresses.Dates(Paper.Slug));
        Assert.DoesNotContain("Écrire la signature", camille.Text, StringComparison.Ordinal);
        await camille.Post(Addresses.Dates(Paper.Slug) + "/signature", ("SignedOn", "2026-11-03"));
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (camille.Status, site.ReadIncubator(db => db.Entries.Count())));
    }

    [Fact]
    public async Task O36_after_three_months_of_notice_nothing_is_ordered_and_a_delegator_writes_no_date()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var paul = await site.SignIn(Crew.RegionAdmin);
        await paul.Open(Addresses.Dates(Today.Slug));
        Assert.DoesNotContain("Écrire le préavis", paul.Text, StringComparison.Ordinal);
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Dates(Today.Slug));

        await camille.Press("Écrire le préavis", ("NoticeReceivedOn", "2026-10-15"), ("NoticeReason", "Les crédits changent"));
        Assert.Contains("qui met fin", camille.Mistakes.Single(), StringComparison.Ordinal);
        await camille.Press("Écrire le préavis", ("NoticeFrom", "Delegator"));

        Assert.Equal(new DateOnly(2027, 1, 15), site.ReadIncubator(db => db.Conventions.Single()).Dates!.Terminated);
        Assert.Contains("Les crédits changent", site.ReadIncubator(db => db.Journal.OrderBy(l => l.Number).Last().After), StringComparison.Ordinal);
        // A service that would end after it is not ordered either.
        await camille.PlaceOrder("C-1", "10");
        Assert.Contains(camille.Mistakes, m => m.Contains("15 janvier 2027", StringComparison.Ordinal));
    }

    [Fact]
    public async Task O13_an_order_waits_for_the_declaration_of_the_expert()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday(Sample.EvaClauses with { ChecksConflicts = true });
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Interests(Today.Slug));
        await camille.Press("Inscrire", ("Name", "Ada Morel"), ("Employer", "Atelier des Dunes"), ("From", "2026-11-23"));
        var ada = site.ReadIncubator(db => db.Experts.Single().Id).ToString();
        await camille.PlaceOrder("C-1", "10", expert: ada);
        Assert.Contains("déclaration", camille.Mistakes.Single(), StringComparison.Ordinal);

        await camille.Open(Addresses.Interests(Today.Slug));
        await camille.Press("Écrire la déclaration de Ada Morel", ($"Declared-{ada}", "2026-11-24"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        await camille.Press("Écrire la déclaration de Ada Morel", ($"Declared-{ada}", "2026-11-20"));
        await camille.PlaceOrder("C-1", "10", expert: ada);

        Assert.Equal("Commande C-1", camille.Heading);
    }

    [Fact]
    public async Task F2_a_startup_moves_by_the_decision_of_a_committee_and_stops_with_its_lessons()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var convention = await site.OpenToday();
        await site.Write<IncubatorDb>(db => db.Add(new Committee { Id = Guid.NewGuid(), ConventionId = convention.Id, Kind = CommitteeKind.Investment, MeetingOn = new(2026, 11, 10), CalledAt = SiteUnderTest.Start, CalledBy = site.IdOf(Crew.Superadmin), Decision = Decision.Stop }));
        var decision = site.ReadIncubator(db => db.Committees.Single().Id).ToString();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.StartupPhase("exemple"));
        await camille.Press("Changer de phase", ("Next", "Investigation"), ("On", "2026-09-01"));
        Assert.Equal("/startups/exemple", camille.Address);

        await camille.Open(Addresses.StartupPhase("exemple"));
        await camille.Press("Changer de phase", ("Next", "AbandonInvestigation"), ("On", "2026-11-15"));
        Assert.Equal(2, camille.Mistakes.Count);
        await camille.Press("Changer de phase", ("Decision", decision), ("Lessons", "Personne n’en avait besoin."));

        Assert.Equal([PhaseName.Investigation, PhaseName.AbandonInvestigation], site.ReadIncubator(db => db.Set<Phase>().OrderBy(p => p.Start).Select(p => p.Name).ToList()));
        Assert.Contains("Aucune phase ne suit", (await camille.Open(Addresses.StartupPhase("exemple"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_superadmins_found_startups_and_conventions()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Found();
        foreach (var person in new[] { Crew.Admin, Crew.Hugo })
        {
            var visitor = await site.SignIn(person);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open(Addresses.NewStartup)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open(Addresses.NewConvention)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await visitor.Open(Addresses.StartupPhase("eva"))).Status);
        }
    }
}
