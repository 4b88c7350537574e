using Beffroi.Incubator.Accounting;
using Beffroi.Incubator.Steering;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Incubator.Tests;

/// <summary>F11, F14, F16: the letters that dates bring, each on its day, to those it concerns, once.</summary>
public sealed class ReminderTests
{
    static Reminders Of(Convention convention, params Committee[] committees) => new(convention, committees, [], []);

    static Committee Held(CommitteeKind kind, DateOnly on, bool closed = true) =>
        new() { Id = Guid.NewGuid(), ConventionId = Guid.Empty, Kind = kind, MeetingOn = on, CalledAt = Sample.Now, CalledBy = Sample.Orderer, ClosedAt = closed ? new(on, new(15, 0), TimeSpan.Zero) : null };

    static IEnumerable<string> Keys(Reminders reminders, DateOnly day, string begins) => reminders.On(day).Select(r => r.Key).Where(k => k.StartsWith(begins, StringComparison.Ordinal));

    /// <summary>Eva, signed on 15 May 2020, ends on 15 November: 45 days before is 1 October, 30 days before 16 October.</summary>
    [Theory]
    [InlineData("2020-09-30", "")]
    [InlineData("2020-10-01", ":45")]
    [InlineData("2020-10-14", ":45")]
    [InlineData("2020-10-15", "")]
    [InlineData("2020-10-16", ":30")]
    [InlineData("2020-10-29", ":30")]
    [InlineData("2020-10-30", "")]
    [InlineData("2020-11-16", "")]
    public void F11_The_end_of_the_envelope_is_told_45_and_30_days_before(string day, string told)
    {
        var keys = Keys(Of(Sample.Eva()), DateOnly.Parse(day, French.Culture), "enveloppe:").ToList();

        Assert.Equal(told.Length == 0 ? 0 : 1, keys.Count);
        Assert.All(keys, k => Assert.EndsWith(told, k, StringComparison.Ordinal));
    }

    [Fact]
    public void F11_The_letter_says_whether_a_committee_is_called_and_none_leaves_after_a_stop_or_where_none_is_foreseen()
    {
        var (eva, day) = (Sample.Eva(), new DateOnly(2020, 10, 1));
        Assert.Contains("Aucun comité d’investissement n’est convoqué", Of(eva).On(day).Single(r => r.Key.StartsWith("enveloppe", StringComparison.Ordinal)).Body, StringComparison.Ordinal);
        Assert.Contains("convoqué le 8 octobre 2020", Of(eva, Held(CommitteeKind.Investment, new(2020, 10, 8), closed: false)).On(day).Single(r => r.Key.StartsWith("enveloppe", StringComparison.Ordinal)).Body, StringComparison.Ordinal);

        eva.StoppedOn = new(2020, 9, 1);
        Assert.Empty(Keys(Of(eva), day, "enveloppe:"));
        var without = new Convention { Id = Guid.NewGuid(), StartupId = Guid.NewGuid(), Slug = "x", Title = "x", Delegator = "x", Delegate = "x", SignedOn = new(2020, 5, 15), AmountAe = Money.Cent, AmountCp = Money.Cent, Clauses = Sample.EvaClauses with { InvestmentMonths = null, FollowUpMonths = null }, Imputation = eva.Imputation, ManifestoVersion = "2020-a" };
        Assert.Empty(Of(without).On(day));
    }

    /// <summary>Golden date of the specification: held on 30 June 2020, the next follow-up is due on 30 August.</summary>
    [Fact]
    public void F11_A_committee_that_nobody_called_is_told_the_day_after_its_last_day()
    {
        var eva = Sample.Eva();
        var held = Held(CommitteeKind.FollowUp, new(2020, 6, 30));

        Assert.Empty(Keys(Of(eva, held), new(2020, 8, 30), "comite-en-retard:"));
        Assert.Equal($"comite-en-retard:{eva.Id}:FollowUp:2020-08-30", Keys(Of(eva, held), new(2020, 8, 31), "comite-en-retard:").Single());
        Assert.Empty(Keys(Of(eva, held, Held(CommitteeKind.FollowUp, new(2020, 9, 3), closed: false)), new(2020, 8, 31), "comite-en-retard:"));
    }

    [Theory]
    [InlineData("2020-06-01", true, "prévision révisée de 2020")]
    [InlineData("2020-06-14", true, "prévision révisée de 2020")]
    [InlineData("2020-06-15", false, "")]
    [InlineData("2020-07-01", false, "")]
    [InlineData("2021-01-02", true, "réel de 2020 et la prévision de 2021")]
    [InlineData("2021-06-01", false, "")]
    [InlineData("2022-01-02", false, "")]
    public void F14_The_published_budget_is_reminded_of_in_January_and_in_June(string day, bool told, string says)
    {
        var due = Of(Sample.Eva()).On(DateOnly.Parse(day, French.Culture)).Where(r => r.Key.StartsWith("budget:", StringComparison.Ordinal)).ToList();

        Assert.Equal(told ? 1 : 0, due.Count);
        Assert.All(due, r => Assert.Contains(says, r.Body, StringComparison.Ordinal));
        Assert.All(due, r => Assert.Contains("par activité et par ressource", r.Body, StringComparison.Ordinal));
    }

    [Fact]
    public void F8_and_F16_An_account_and_a_task_are_told_when_they_are_due_then_when_they_are_late()
    {
        var eva = Sample.Eva();
        var task = new RegisterTask { Id = Guid.NewGuid(), ConventionId = eva.Id, About = "Convention", Kind = TaskKind.PublishOnDataGouv, DueOn = new(2020, 6, 14) };
        IEnumerable<string> On(DateOnly day) => new Reminders(eva, [], [task], [(new(2020, 5, 1), false, new(2020, 6, 10))]).On(day).Select(r => r.Key.Split(':')[0]).Where(k => k is "compte" or "compte-en-retard" or "retard");

        Assert.Equal(["compte"], On(new(2020, 6, 1)));
        Assert.Equal(["compte"], On(new(2020, 6, 10)));
        Assert.Equal(["compte-en-retard"], On(new(2020, 6, 11)));
        Assert.Equal(["retard", "compte-en-retard"], On(new(2020, 6, 15)));
        task.DoneOn = new(2020, 6, 15);
        Assert.Equal(["compte-en-retard"], On(new(2020, 6, 15)));
    }

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task F11_Those_whom_it_concerns_get_one_letter_however_many_nights_pass(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();
        await Round(site);
        Assert.Empty(Letters(site, "enveloppe:"));

        // Signed on 1 September 2026 for six months: 45 days before 1 March 2027.
        site.Clock.SetUtcNow(new(2027, 1, 15, 2, 0, 0, TimeSpan.Zero));
        await Round(site);
        site.Clock.Advance(TimeSpan.FromDays(1));
        await Round(site);

        Assert.Equal(new[] { Crew.Superadmin, Crew.Charge, Crew.RegionAdmin }.Select(Crew.EmailOf).Order(StringComparer.Ordinal), Letters(site, "enveloppe:"));
    }

    [Fact]
    public async Task F11_The_locked_file_and_the_decision_are_told_to_all_and_purchasing_the_same_moment()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var convention = await site.OpenToday();
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Today.Url + "/comites");
        await camille.Press("Convoquer", ("Kind", "Investment"), ("MeetingOn", "2026-11-30"));
        string[] all = [.. new[] { Crew.Superadmin, Crew.Admin, Crew.Charge, Crew.RegionAdmin }.Select(Crew.EmailOf).Order(StringComparer.Ordinal)];
        Assert.Empty(Letters(site, "dossier:"));
        await Round(site);
        await Round(site);
        Assert.Equal(all, Letters(site, "dossier:"));

        site.Clock.Advance(TimeSpan.FromDays(7));
        camille = await site.SignIn(Crew.Superadmin);
        await camille.Open(Addresses.Committee(site.ReadIncubator(db => db.Committees.Single().Id)));
        await camille.Press("Clore le comité", ("Attendees", "Ministère exemple"), ("Minutes", "Vu."), ("Decision", "SixMonths"), ("EnvelopeAe", "50000"), ("EnvelopeCp", "40000"));

        // Before any night.
        Assert.Equal(all, Letters(site, "decision:"));
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Kit.Actor>().Act = "test.ecrire";
        var letters = ActivatorUtilities.CreateInstance<ReminderLetters>(scope.ServiceProvider, new PurchasingSettings { Email = "achats@exemple.example" });
        await letters.Write(site.ReadIncubator(db => db.Conventions.Single(c => c.Id == convention.Id)), TestContext.Current.CancellationToken);
        var bought = site.ReadAccounts(db => db.Outbox.Single(l => l.Kind == "incubateur-achats"));
        Assert.Equal("achats@exemple.example", bought.To);
        Assert.Contains("Financer six mois", bought.Body, StringComparison.Ordinal);
        Assert.Equal(all, Letters(site, "decision:"));
    }

    static List<string> Letters(SiteUnderTest site, string about) =>
        site.ReadAccounts(db => db.Outbox.Where(l => l.Kind == "incubateur-rappel" && l.Key!.StartsWith("incubateur:" + about)).Select(l => l.To).ToList()).Order(StringComparer.Ordinal).ToList();

    static async Task Round(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<DailyRound>().Run(TestContext.Current.CancellationToken);
    }
}
