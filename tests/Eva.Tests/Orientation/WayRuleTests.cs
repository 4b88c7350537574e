using Beffroi.Eva.Orientation;

namespace Beffroi.Eva.Tests.Orientation;

/// <summary>From base, public and gaps to the ways: the whole table of docs/eva-orientation.md, written again by hand.</summary>
public sealed class WayRuleTests
{
    // One letter for each way, in the order proposed: r relearning, a alphabetisation, f FLE, o OCB, m CléA modules, t training for a trade, j job, ? to confirm first.
    // Columns: the public (illettrisme, alphabétisation, FLE, à préciser); rows: base and gaps.
    static readonly (BaseState State, CleaGaps Gaps, string[] Ways)[] Table =
    [
        (BaseState.NonMesure, CleaGaps.NonMesures, ["?", "?", "?", "?"]),
        (BaseState.NonMesure, CleaGaps.Aucun, ["?", "?", "?", "?"]),
        (BaseState.NonMesure, CleaGaps.Des, ["?", "?", "?", "?"]),
        (BaseState.Incertain, CleaGaps.NonMesures, ["?", "?", "?", "?"]),
        (BaseState.Incertain, CleaGaps.Aucun, ["?", "?", "?", "?"]),
        (BaseState.Incertain, CleaGaps.Des, ["?", "?", "?", "?"]),
        (BaseState.Fragile, CleaGaps.NonMesures, ["r", "a", "f", "?"]),
        (BaseState.Fragile, CleaGaps.Aucun, ["r", "a", "f", "?"]),
        (BaseState.Fragile, CleaGaps.Des, ["r", "a", "f", "?"]),
        (BaseState.Intermediaire, CleaGaps.NonMesures, ["om", "om", "om", "om"]),
        (BaseState.Intermediaire, CleaGaps.Aucun, ["om", "om", "om", "om"]),
        (BaseState.Intermediaire, CleaGaps.Des, ["om", "om", "om", "om"]),
        (BaseState.Solide, CleaGaps.NonMesures, ["tj", "tj", "tj", "tj"]),
        (BaseState.Solide, CleaGaps.Aucun, ["tj", "tj", "tj", "tj"]),
        (BaseState.Solide, CleaGaps.Des, ["mtj", "mtj", "mtj", "mtj"]),
    ];

    [Fact]
    public void Each_of_the_60_combinations_proposes_the_ways_of_the_table()
    {
        Assert.Equal(Enum.GetValues<BaseState>().Length * Enum.GetValues<CleaGaps>().Length, Table.Length);
        foreach (var (state, gaps, expected) in Table)
        {
            var found = Enum.GetValues<PublicCategory>().Select(category => new string([.. WayRule.Of(state, category, gaps).Select(Letter)]));
            Assert.Equal(expected, found);
        }
    }

    // The two domains: N not measured, U uncertain, F fragile, M middle, S solid; the cell is what they say together.
    [Theory]
    [InlineData('N', "NUFMN")]
    [InlineData('U', "UUFMU")]
    [InlineData('F', "FFFFF")]
    [InlineData('M', "MMFMM")]
    [InlineData('S', "NUFMS")]
    public void Two_domains_are_read_together_by_the_one_that_asks_for_more(char one, string together)
    {
        Assert.Equal(together, new string([.. "NUFMS".Select(other => Letter(BaseReading.Combine(State(one), State(other))))]));
        Assert.Equal(together, new string([.. "NUFMS".Select(other => Letter(BaseReading.Combine(State(other), State(one))))]));
    }

    [Fact]
    public void What_is_not_known_of_one_domain_adds_what_to_do_to_know()
    {
        var reading = new BaseReading(new(BaseDomain.Litteratie, BaseState.Intermediaire, "Des bases."), new(BaseDomain.Numeratie, BaseState.NonMesure, "Rien."));

        var ways = WayRule.Propose(reading, new(PublicCategory.Illettrisme, "École en France."), CleaGaps.NonMesures, []);

        Assert.Equal([Way.Ocb, Way.CleaModules, Way.AConfirmer], ways.Select(w => w.Way));
        Assert.Contains("le calcul", Assert.Single(ways[^1].Reasons), StringComparison.Ordinal);
        Assert.All(ways, w => Assert.NotEmpty(w.Reasons));
    }

    [Fact]
    public void A_fragile_base_with_an_unknown_public_says_why_and_what_to_ask()
    {
        var reading = new BaseReading(new(BaseDomain.Litteratie, BaseState.Fragile, "Le plus bas."), new(BaseDomain.Numeratie, BaseState.Solide, "Le plus haut."));

        var way = Assert.Single(WayRule.Propose(reading, new(PublicCategory.APreciser, "Elle n’a pas dit.", "Où était l’école ?"), CleaGaps.NonMesures, []));

        Assert.Equal(Way.AConfirmer, way.Way);
        Assert.Equal(["Lire et écrire\u00A0: Le plus bas.", "Elle n’a pas dit.", "À demander\u00A0: Où était l’école ?"], way.Reasons);
    }

    [Fact]
    public void Each_way_has_its_words_and_none_of_those_for_the_person_names_illettrisme()
    {
        Assert.Equal(Enum.GetValues<Way>().Order(), WayTexts.Current.Paths.Select(p => p.Id).Order());
        Assert.All(WayTexts.Current.Paths, text =>
        {
            Assert.DoesNotContain("illettr", text.Title + text.ForPerson + string.Concat(text.NextSteps), StringComparison.OrdinalIgnoreCase);
            Assert.Equal(3, text.NextSteps.Count);
            Assert.NotEmpty(text.Cautions);
        });
    }

    static char Letter(Way way) => way switch
    {
        Way.Reapprentissage => 'r', Way.Alphabetisation => 'a', Way.Fle => 'f', Way.Ocb => 'o', Way.CleaModules => 'm', Way.FormationMetier => 't', Way.EmploiDirect => 'j', Way.AConfirmer => '?',
    };

    static char Letter(BaseState state) => state switch { BaseState.NonMesure => 'N', BaseState.Incertain => 'U', BaseState.Fragile => 'F', BaseState.Intermediaire => 'M', BaseState.Solide => 'S' };

    static BaseState State(char letter) => Enum.GetValues<BaseState>().Single(s => Letter(s) == letter);
}
