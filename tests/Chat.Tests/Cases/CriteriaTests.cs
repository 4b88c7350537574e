using Beffroi.Chat.Cases;
using Beffroi.Kit;

namespace Beffroi.Chat.Tests.Cases;

public sealed class CriteriaTests
{
    static readonly string[] Five = [Convention.Massive, Convention.Artificial, Convention.Misleading, Convention.Foreign, Convention.Harmful];

    static CriterionAssessed Says(string criterion, Stand stand) =>
        new() { Criterion = criterion, Stand = stand, Confidence = stand is Stand.Unknown ? null : Estimate.VeryLikely, Why = "Parce que" };

    [Fact]
    public void The_convention_qualifies_exactly_when_the_five_are_a_yes()
    {
        // All 3^5 states of the five.
        for (var code = 0; code < 243; code++)
        {
            var desk = Desk.Opened();
            var stands = Five.Select((c, i) => (c, (Stand)(code / (int)Math.Pow(3, i) % 3))).ToList();
            stands.ForEach(s => desk.Write(Says(s.c, s.Item2)));
            var sheet = CriteriaSheet.Of(desk.See().State, Convention.Five);
            Assert.Equal(stands.TrueForAll(s => s.Item2 == Stand.Yes), sheet.IsQualified);
            Assert.Equal(stands.Exists(s => s.Item2 == Stand.No), sheet.IsRefuted);
            Assert.Equal(stands.Count(s => s.Item2 == Stand.Unknown), sheet.Open.Count());
        }
    }

    [Fact]
    public void The_same_facts_qualify_for_one_organisation_and_not_for_another()
    {
        var desk = Desk.Opened();
        foreach (var criterion in Five)
        {
            desk.Write(Says(criterion, criterion == Convention.Foreign ? Stand.No : Stand.Yes));
        }

        var paper = new CriteriaSet
        {
            Organisation = Desk.Paper,
            Version = 1,
            Criteria = [new(Convention.Massive, "Massif", "Massive", Required: true), new(Convention.Misleading, "Faux", "False", Required: true), new(Convention.Foreign, "Étranger", "Foreign", Required: false)],
        };
        var state = desk.See().State;
        Assert.True(CriteriaSheet.Of(state, paper).IsQualified);
        Assert.False(CriteriaSheet.Of(state, Convention.Five).IsQualified);
        Assert.False(CriteriaSheet.Of(state, Convention.FrenchPosition2020(Desk.Ministry)).IsQualified);
    }

    [Fact]
    public void The_own_last_word_of_an_organisation_stands_before_a_later_one_of_another()
    {
        var desk = Desk.Opened();
        desk.Write(Says(Convention.Massive, Stand.No), author: Desk.By(Desk.Bilal, Desk.Ngo));
        desk.Write(Says(Convention.Massive, Stand.Yes), author: Desk.By(Desk.Bilal, Desk.Ngo));
        desk.Write(Says(Convention.Massive, Stand.No), author: Desk.By(Desk.Chloe, Desk.Paper));
        var state = desk.See().State;
        Stand Of(Guid? organisation) => CriteriaSheet.Of(state, Convention.Five with { Organisation = organisation }).Lines[0].Stand;
        Assert.Equal(Stand.Yes, Of(Desk.Ngo));
        Assert.Equal(Stand.No, Of(Desk.Paper));
        Assert.Equal(Stand.No, Of(Desk.Lab));
        Assert.Equal(Stand.No, Of(null));
        Assert.True(CriteriaSheet.Of(state, Convention.Five).Lines[0].IsDisputed);
        Assert.Equal(3, CriteriaSheet.Of(state, Convention.Five).Lines[0].Said.Count);
    }

    [Fact]
    public void A_word_that_is_taken_back_gives_its_place_to_the_one_before()
    {
        var desk = Desk.Opened();
        desk.Write(Says(Convention.Massive, Stand.Yes));
        desk.Write(Says(Convention.Massive, Stand.No), null, out var wrong);
        desk.Write(new Withdrawn { Target = wrong, Why = "Mauvais dossier" });
        Assert.Equal(Stand.Yes, CriteriaSheet.Of(desk.See().State, Convention.Five).Lines[0].Stand);
        Assert.Equal("Mauvais dossier", Assert.Single(desk.See().State.Withdrawn).Fact.Why);
    }

    [Theory]
    [InlineData(Stand.Yes, null, false)]
    [InlineData(Stand.Yes, Estimate.EvenChance, false)]
    [InlineData(Stand.Yes, Estimate.Likely, true)]
    [InlineData(Stand.No, Estimate.AlmostCertain, true)]
    [InlineData(Stand.No, Estimate.VeryUnlikely, false)]
    [InlineData(Stand.Unknown, null, true)]
    [InlineData(Stand.Unknown, Estimate.Likely, false)]
    public void A_yes_or_a_no_is_at_least_likely_and_an_unknown_has_no_likelihood(Stand stand, Estimate? confidence, bool right) =>
        Assert.Equal(right, !Desk.Opened().Wrong(new CriterionAssessed { Criterion = Convention.Foreign, Stand = stand, Confidence = confidence, Why = "x" }).Any());

    [Fact]
    public void A_criterion_without_its_reason_is_refused() =>
        Assert.Contains(nameof(CriterionAssessed.Why), Desk.Opened().Wrong(Says(Convention.Massive, Stand.Yes) with { Why = " " }));

    [Fact]
    public void The_set_of_an_organisation_has_keys_that_differ_and_one_criterion_required()
    {
        Assert.Empty(Convention.Five.Faults());
        Assert.Empty(Convention.FrenchPosition2020(Desk.Lab).Faults());
        CriterionDefinition one = new("massive", "Massif", "Massive", Required: true);
        CriteriaSet Of(params IReadOnlyList<CriterionDefinition> criteria) => new() { Version = 1, Criteria = criteria };
        Assert.NotEmpty(Of().Faults());
        Assert.NotEmpty(Of(one, one).Faults());
        Assert.NotEmpty(Of(one with { Required = false }).Faults());
        Assert.NotEmpty(Of(one with { Key = "Massif !" }).Faults());
        Assert.NotEmpty(Of(one with { English = "" }).Faults());
    }

    // ICD 203 (2015), the table of D.6.e.2.a; STIX 2.1, appendix A, DNI scale.
    [Theory]
    [InlineData(Estimate.AlmostNoChance, "presque exclu (1 à 5\u202F%)", "almost no chance (1 to 5%)", 0, 9)]
    [InlineData(Estimate.VeryUnlikely, "très improbable (5 à 20\u202F%)", "very unlikely (5 to 20%)", 10, 19)]
    [InlineData(Estimate.Unlikely, "improbable (20 à 45\u202F%)", "unlikely (20 to 45%)", 20, 39)]
    [InlineData(Estimate.EvenChance, "une chance sur deux environ (45 à 55\u202F%)", "roughly even chance (45 to 55%)", 40, 59)]
    [InlineData(Estimate.Likely, "probable (55 à 80\u202F%)", "likely (55 to 80%)", 60, 79)]
    [InlineData(Estimate.VeryLikely, "très probable (80 à 95\u202F%)", "very likely (80 to 95%)", 80, 89)]
    [InlineData(Estimate.AlmostCertain, "presque certain (95 à 99\u202F%)", "almost certain (95 to 99%)", 90, 100)]
    public void Estimative_words_have_their_ranges_and_their_place_in_STIX(Estimate estimate, string french, string english, int from, int to)
    {
        Assert.Equal(french, estimate.Spoken(Lang.French));
        Assert.Equal(english, estimate.Spoken(Lang.English));
        Assert.All(Enumerable.Range(from, to - from + 1), c => Assert.Equal(estimate, Estimates.FromStix(c)));
        Assert.InRange(estimate.Stix(), from, to);
    }
}
