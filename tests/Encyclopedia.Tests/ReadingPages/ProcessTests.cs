using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Encyclopedia.Tests.ReadingPages;

/// <summary>What other modules are given of practices, and give back.</summary>
public sealed class ProcessTests
{
    static EntryContent Practice => Given.Entry(EntryType.Practice, "Archiver", phase: Phase.Qualification) with
    {
        Steps = [Given.Step("a", "Premier", ProcessRole.Watcher, 4, blocking: true, "coffre", "absent"), Given.Step("b", "Deuxième"), Given.Step("c", "Troisième", ProcessRole.Decider)],
    };

    static async Task<SiteUnderTest> Furnished(DbEngine engine = DbEngine.Sqlite)
    {
        var site = await SiteUnderTest.Empty(engine);
        await site.Publish(
            ("archiver", Practice),
            ("sans-etape", Given.Entry(EntryType.Practice, "Sans étape")),
            ("coffre", Given.Entry(EntryType.Tool, "Coffre") with { Availability = new() { State = ToolState.Open, CheckedOn = new(2026, 11, 1), Launch = "https://coffre.example/{value}" } }));
        return site;
    }

    static async Task<T> Ask<T>(SiteUnderTest site, Func<IProcesses, Task<T>> what)
    {
        await using var scope = site.Scope();
        return await what(scope.ServiceProvider.GetRequiredService<IProcesses>());
    }

    static Task Tell(SiteUnderTest site, ProcessUse use) => Ask(site, async p => { await p.Tell(use, Now); return 0; });

    static CancellationToken Now => TestContext.Current.CancellationToken;

    static ProcessEditStep Edit(string? id, string act, string role = "analyst", int? due = null) => new(id, act, "Fait", role, due, false);

    static ProcessEdit Proposal(params ProcessEditStep[] steps) => new() { Key = "archiver", Version = 1, Language = Lang.French, AuthorId = Guid.Parse("11111111-1111-1111-1111-111111111111"), Comment = "Vu en l’appliquant", Steps = steps };

    [Theory, ClassData(typeof(Engines))]
    public async Task Practices_that_have_steps_are_listed_by_phase_in_either_language(DbEngine engine)
    {
        await using var site = await Furnished(engine);
        await site.Write<EncyclopediaDb>(db => db.Use("archiver", null));

        Assert.Equivalent(new ProcessHead("archiver", 1, "Archiver", "Un résumé.", ["qualification"], 3, 1), Assert.Single(await Ask(site, p => p.List(null, Lang.French, Now))));
        Assert.Equal("Archiver (en)", Assert.Single(await Ask(site, p => p.List("qualification", Lang.English, Now))).Title);
        Assert.Empty(await Ask(site, p => p.List("detection", Lang.French, Now)));
        Assert.Empty(await Ask(site, p => p.List("nulle", Lang.French, Now)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_practice_is_found_with_its_steps_roles_delays_and_tools(DbEngine engine)
    {
        await using var site = await Furnished(engine);

        var process = (await Ask(site, p => p.Find("archiver", null, Lang.French, Now)))!;

        Assert.Equal(("archiver", 1, "Archiver", "/encyclopedie/fiche/archiver/version/1"), (process.Key, process.Version, process.Title, process.Href));
        Assert.Equal([("a", "Premier", "watcher", "Veille", 4, true), ("b", "Deuxième", "analyst", "Analyse", null, false), ("c", "Troisième", "decider", "Décision", null, false)],
            process.Steps.Select(s => (s.Id, s.Act, s.Role, s.RoleLabel, s.DueHours, s.Blocking)));
        Assert.Equal([new ProcessTool("coffre", "Coffre", "/encyclopedie/fiche/coffre", "https://coffre.example/{value}")], process.Steps[0].Tools);
        Assert.Equal("Premier (en)", (await Ask(site, p => p.Find("archiver", 1, Lang.English, Now)))!.Steps[0].Act);
    }

    [Theory]
    [InlineData("archiver", 2)]
    [InlineData("archiver", 0)]
    [InlineData("sans-etape", null)]
    [InlineData("coffre", null)]
    [InlineData("absente", null)]
    public async Task There_is_no_process_without_steps_nor_in_a_version_that_is_not(string key, int? version)
    {
        await using var site = await Furnished();

        Assert.Null(await Ask(site, p => p.Find(key, version, Lang.French, Now)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_changed_in_the_steps_is_told_and_an_old_version_still_reads_as_it_was(DbEngine engine)
    {
        await using var site = await Furnished(engine);
        await site.Renew("archiver", Practice with { Steps = [Practice.Steps[2], Practice.Steps[0], Practice.Steps[1] with { Act = new() { Fr = "Autrement", En = "Deuxième (en)" } }, Given.Step("d", "Nouveau")] });
        await site.Renew("archiver", Practice with { Steps = [Practice.Steps[2], Practice.Steps[0], Given.Step("d", "Nouveau")] });

        var changes = (await Ask(site, p => p.ChangesSince("archiver", 1, Lang.French, Now)))!;
        var since2 = (await Ask(site, p => p.ChangesSince("archiver", 2, Lang.French, Now)))!;

        Assert.Equal((1, 3), (changes.From, changes.Last));
        Assert.Equal([(StepChangeKind.Removed, "b"), (StepChangeKind.Added, "d")], changes.Steps.Where(s => s.Kind != StepChangeKind.Moved).Select(s => (s.Kind, s.StepId)));
        Assert.Single(changes.Steps, s => s.Kind == StepChangeKind.Moved);
        Assert.Equal([(StepChangeKind.Removed, "b", "Autrement")], since2.Steps.Select(s => (s.Kind, s.StepId, s.Before!.Act)));
        Assert.Empty((await Ask(site, p => p.ChangesSince("archiver", 3, Lang.French, Now)))!.Steps);
        Assert.Null(await Ask(site, p => p.ChangesSince("archiver", 4, Lang.French, Now)));
        Assert.Equal("Deuxième", (await Ask(site, p => p.Find("archiver", 1, Lang.French, Now)))!.Steps[1].Act);
        Assert.Equal([(StepChangeKind.Changed, "b"), (StepChangeKind.Moved, "c")], StepChanges.Between([Step("a", "un"), Step("b", "deux"), Step("c", "trois")], [Step("c", "trois"), Step("a", "un"), Step("b", "2")]).Select(s => (s.Kind, s.StepId)).Order());
    }

    static ProcessStep Step(string id, string act) => new() { Id = id, Act = act, Expected = "", Role = "analyst", RoleLabel = "", DueHours = null, Blocking = false, Tools = [] };

    [Theory, ClassData(typeof(Engines))]
    public async Task A_run_told_twice_counts_once_and_its_end_takes_the_place_of_its_beginning(DbEngine engine)
    {
        await using var site = await Furnished(engine);
        var use = new ProcessUse { Id = Guid.NewGuid(), Key = "archiver", Version = 1, StartedAt = SiteUnderTest.Start };

        await Tell(site, use);
        await Tell(site, use);
        await Tell(site, use with { EndedAt = SiteUnderTest.Start.AddHours(3), Outcome = UseOutcome.Partly, PublicNote = "Trop lent." });

        var kept = Assert.Single(site.ReadEncyclopedia(db => db.Uses.ToList()));
        Assert.Equal((use.Id, 1, UseOutcome.Partly, "Trop lent.", SiteUnderTest.Start.AddHours(3)), (kept.Id, kept.Version, kept.Outcome!.Value, kept.PublicNote, kept.EndedAt!.Value));
        Assert.Equal(1, Assert.Single(await Ask(site, p => p.List(null, Lang.French, Now))).Uses);
    }

    [Fact]
    public async Task A_run_of_what_is_not_there_is_refused_and_nothing_is_kept()
    {
        await using var site = await Furnished();
        var use = new ProcessUse { Id = Guid.NewGuid(), Key = "archiver", Version = 1, StartedAt = SiteUnderTest.Start };

        foreach (var wrong in new[] { use with { Version = 2 }, use with { Key = "absente" }, use with { Key = "coffre" }, use with { EndedAt = SiteUnderTest.Start.AddHours(-1) }, use with { PublicNote = new('a', 2001) } })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Tell(site, wrong));
        }

        Assert.Empty(site.ReadEncyclopedia(db => db.Uses.ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_proposed_change_waits_for_a_reviewer_and_keeps_what_it_does_not_say(DbEngine engine)
    {
        await using var site = await Furnished(engine);

        var address = await Ask(site, p => p.Propose(Proposal(Edit("c", "Troisième", "lawyer"), Edit("a", "Premier pas", "watcher", 8), Edit(null, "Tout neuf"), Edit("inconnu", "Neuf aussi")), Now));

        var proposal = Assert.Single(site.ReadEncyclopedia(db => db.Proposals.ToList()));
        Assert.Equal(("/encyclopedie/proposition/" + proposal.Id, 1, "archiver", Lang.French, "Vu en l’appliquant", null), (address, proposal.BaseVersion, proposal.Key, proposal.Language, proposal.Comment, proposal.Decision));
        var steps = EntryJson.Read(proposal.Content).Steps;
        Assert.Equal(["c", "a"], steps.Take(2).Select(s => s.Id));
        Assert.Equal(4, steps.Select(s => s.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal((ProcessRole.Lawyer, "Troisième (en)"), (steps[0].Role, steps[0].Act.En));
        Assert.Equal(("Premier pas", "Premier (en)", 8), (steps[1].Act.Fr, steps[1].Act.En, steps[1].DueHours!.Value));
        Assert.Equal(["coffre", "absent"], steps[1].Tools);
        Assert.Equal(("Tout neuf", null), (steps[2].Act.Fr, steps[2].Act.En));
        Assert.Equal(1, site.ReadEncyclopedia(db => db.Entries.Single(e => e.Key == "archiver").Version));
    }

    [Fact]
    public async Task A_proposal_whose_step_is_not_one_is_refused()
    {
        await using var site = await Furnished();

        foreach (var wrong in new[] { Proposal(), Proposal(Edit("a", " ")), Proposal(Edit("a", "A", "boss")), Proposal(Edit("a", "A", due: -1)), Proposal(Edit("a", new('a', 1001))), Proposal(Edit("a", "A")) with { Version = 9 }, Proposal(Edit("a", "A")) with { Comment = "" } })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Ask(site, p => p.Propose(wrong, Now)));
        }

        Assert.Empty(site.ReadEncyclopedia(db => db.Proposals.ToList()));
    }
}
