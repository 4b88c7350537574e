using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Casework;
using Beffroi.Chat.Tests.OnTheShelf;
using Beffroi.Kit;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>Every page of a case is what its reader may read, and nothing of the rest (C14).</summary>
public sealed class WithinTheViewTests
{
    const string Hidden = "zephyrine";

    [Theory, ClassData(typeof(Engines))]
    public async Task A_line_that_one_may_not_read_is_on_no_page_and_changes_none(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf();
        var hugo = site.SeatOf(ChatWorld.Hugo);
        await site.Write(id, hugo, Facts("visible").Select(f => hugo.Draft(f, new() { Tlp = Tlp.Green })).ToList());
        var camille = await site.SignIn(ChatWorld.Camille);
        var before = await Pages(camille, id);

        await site.Write(id, hugo, Facts(Hidden).Select(f => hugo.Draft(f, new() { Tlp = Tlp.AmberStrict, Audience = Audience.Of(ChatWorld.Observatory.Id) })).ToList());

        var after = await Pages(camille, id);
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, page => Assert.Equal(page.Value, after[page.Key]));
        Assert.DoesNotContain(after.Values, t => t.Contains(Hidden, StringComparison.OrdinalIgnoreCase));
        var inside = await Pages(await site.SignIn(ChatWorld.Paul), id);
        Assert.Contains(inside.Values, t => t.Contains(Hidden, StringComparison.OrdinalIgnoreCase));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_case_that_one_may_not_read_answers_as_one_that_is_not_there(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf(CaseStory.Two);
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.At(CaseStory.Cases);
        Assert.DoesNotContain(id.ToString(), samira.Page.Body!.InnerHtml, StringComparison.Ordinal);
        foreach (var path in Langs.All.SelectMany(l => Enum.GetValues<CasePart>().Select(p => p.Address(l, id))))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await samira.Open(path)).Status);
            var real = Visitor.Flat(samira.Page.Body!.TextContent);
            await samira.Open(path.Replace(id.ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal));
            Assert.Equal(real, Visitor.Flat(samira.Page.Body!.TextContent));
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Narrowed_on_its_page_a_case_is_gone_for_who_was_let_out_and_only_its_source_may_widen_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var id = await site.CaseOf(CaseStory.Two);
        var (hugo, camille) = (await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));
        await camille.At(CaseStory.Of(id, "/marquage"));
        await camille.Press("Changer le marquage", ("Tlp", nameof(Tlp.Green)), ("Why", "Plus large"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("Seule l’organisation qui a apporté cet élément peut en décider", string.Concat(camille.Mistakes), StringComparison.Ordinal);

        await (await hugo.At(CaseStory.Of(id, "/marquage"))).Press("Changer le marquage", ("Tlp", nameof(Tlp.AmberStrict)), ("Organisations", ChatWorld.Observatory.Id.ToString()), ("Organisations", null), ("Why", "Entre nous"));

        Assert.Equal(HttpStatusCode.OK, hugo.Status);
        Assert.Contains("TLP:AMBER+STRICT", hugo.Text, StringComparison.Ordinal);
        if (site.ReadChat(db => db.Revocations.Any()))
        {
            Assert.Equal(HttpStatusCode.NotFound, (await camille.Open(CaseStory.Of(id))).Status);
        }
    }

    [Fact]
    public async Task A_line_that_was_taken_back_counts_no_more()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var id = await site.CaseOf();
        var seat = site.SeatOf(ChatWorld.Hugo);
        await site.Write(id, seat, seat.Draft(Shelf.Tag("fin"), new() { Tlp = Tlp.Green }));
        var hugo = await (await site.SignIn(ChatWorld.Hugo)).At(CaseStory.Of(id, "/observables"));
        await hugo.Follow("Marquer ou retirer\u00A0: Mot-dièse\u00A0: #fin");

        await hugo.Press("Retirer la ligne", ("WithdrawWhy", "Erreur"));

        Assert.Equal(CaseStory.Of(id), hugo.Address);
        Assert.DoesNotContain("#fin", (await hugo.At(CaseStory.Of(id, "/observables"))).Text, StringComparison.Ordinal);
        Assert.Equal((3, 0), site.ReadChat(db => ValueTuple.Create(db.CaseLines.Count(), db.CaseMarks.Count())));
    }

    static IEnumerable<CaseFact> Facts(string word)
    {
        yield return new SectionWritten { Section = word is Hidden ? Section.Effect : Section.Actor, Text = word };
        yield return new ArgumentMade { Stance = Stance.Question, Text = word };
        yield return Shelf.Tag(word);
        yield return new CriterionAssessed { Criterion = Convention.Massive, Stand = Stand.Unknown, Why = word };
        yield return new ReactionProposed { Option = ReactionOption.Exposure, Text = word, Backfire = word, BackfireChance = Estimate.Unlikely };
        yield return new DecisionTaken { What = word, Why = word };
        yield return new EvidenceKept { FileName = word + ".txt", MediaType = "text/plain", Size = 3, Sha256 = new('a', 64) };
        yield return new AttributionProposed { Actor = word, Confidence = Estimate.Likely, Why = word, Alternatives = [new(word, word, Estimate.Unlikely)] };
        yield return new RetrospectiveWritten { Worked = word, Failed = word, Lessons = word };
        yield return new ThingLinked { Kind = ThingKind.Page, Href = "https://" + word + ".example/", Label = word };
        yield return new TechniqueNoted { Technique = "T0049", Name = word, Why = word };
        yield return new CaseTitled { Title = word };
        yield return new PhaseEntered { Phase = word is Hidden ? CasePhase.Reaction : CasePhase.Qualification };
        yield return new CaseClosed { Outcome = CaseOutcome.LeftAlone, Why = word };
        yield return new CaseReopened { Why = word };
    }

    /// <summary>What stands on each page, in both languages; the numbers of forms, which are new each time, aside.</summary>
    static async Task<SortedDictionary<string, string>> Pages(Visitor visitor, Guid id)
    {
        var pages = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var l in Langs.All)
        {
            foreach (var path in Enum.GetValues<CasePart>().Select(p => p.Address(l, id)).Append(Addresses.Cases(l)).Append(Addresses.OpenPoints(l)).Append(CasePart.Criteria.Address(l, id) + "/massive"))
            {
                await visitor.At(path);
                foreach (var number in visitor.Page.QuerySelectorAll("input[type=hidden]").ToList())
                {
                    number.Remove();
                }

                pages[path] = visitor.Page.QuerySelector("main")!.InnerHtml;
            }
        }

        return pages;
    }
}
