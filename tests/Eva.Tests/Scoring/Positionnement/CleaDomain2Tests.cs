using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Positionnement;

/// <summary>Row 17: CléA domain 2, its thresholds and its four states.</summary>
public sealed class CleaDomain2Tests
{
    [Fact]
    public void Row_17_the_thresholds_are_75_50_75_100_and_66() =>
        Assert.Equal([("2.1", 75m), ("2.2", 50), ("2.3", 75), ("2.4", 100), ("2.5", 66)], CleaDomain2.Of(Marks.Of()).Select(s => (s.Code, s.Threshold)));

    [Fact]
    public void Row_17_five_criteria_have_no_test()
    {
        var read = CleaDomain2.Of(Marks.Of(("N1Poa1-2", 1)));
        Assert.Equal(["2.1.5", "2.1.6", "2.3.6", "2.5.1", "2.5.2"], read.SelectMany(s => s.Criteria).Where(c => c.Status == CriterionStatus.PasDeTest).Select(c => c.Code));
        Assert.Equal(20, read.Sum(s => s.Criteria.Count));
    }

    // 2.1: nine families of two points: 13 of 18 are 72 %, 14 are 78 %.
    [Theory]
    [InlineData(13, "non_acquis")]
    [InlineData(14, "acquis")]
    public void Row_17_acquired_from_75_per_cent_of_2_1(int right, string status) => Assert.Equal(status, Status("2.1", "2.1.", right));

    [Theory]
    [InlineData(1, "non_acquis")]
    [InlineData(2, "acquis")]
    public void Row_17_acquired_from_50_per_cent_of_2_2(int right, string status) => Assert.Equal(status, Status("2.2", "2.2.", right));

    [Theory]
    [InlineData(1, "non_acquis")]
    [InlineData(2, "acquis")]
    public void Row_17_acquired_at_100_per_cent_of_2_4(int right, string status) => Assert.Equal(status, Status("2.4", "2.4.", right));

    // 2.5: place in space and words of numbers (8 × 0.5), recognising numbers (2 × 1): 6 points; 65 and 66 % cannot be had whole: 3.5 of 6 are 58 %, 4 are 67 %.
    [Theory]
    [InlineData(3, "non_acquis")]
    [InlineData(4, "acquis")]
    public void Row_17_acquired_from_66_per_cent_of_2_5(int halvesBesideTwo, string status)
    {
        var marks = Marks.Of(("N1Prn1-2", 1), ("N1Pse1-" + halvesBesideTwo, 0.5m));
        Assert.Equal(status, TechnicalName.Of(CleaDomain2.Of(marks).Single(s => s.Code == "2.5").Status));
    }

    [Fact]
    public void Row_17_a_level_never_reached_counts_as_nothing_and_says_not_evaluated()
    {
        var read = CleaDomain2.Of(Marks.Of(("N1Pon1-2", 1), ("N1Pvn1-4", 0)));
        var order = read.Single(s => s.Code == "2.1").Criteria.Single(c => c.Code == "2.1.3");
        Assert.Equal(new CleaCriterion("2.1.3", 50, CriterionStatus.NonAcquis), order);
        Assert.Equal(new CleaCriterion("2.2.1", 0, CriterionStatus.NonEvalue), read.Single(s => s.Code == "2.2").Criteria[0]);
        Assert.Equal(CriterionStatus.NonEvalue, read.Single(s => s.Code == "2.2").Status);
    }

    [Fact]
    public void Row_17_answered_items_of_the_second_chance_count_beside_the_first()
    {
        // Two wrong of two, then one right of the only one answered: one of three.
        var read = CleaDomain2.Of(Marks.Of(("N2Plp1-2", 0), ("N2Rlp1", 1)));
        Assert.Equal(33, read.Single(s => s.Code == "2.4").Percent);
    }

    [Fact]
    public void Row_17_all_right_acquires_all_that_is_tested() =>
        Assert.All(CleaDomain2.Of(All(_ => true)), subdomain =>
        {
            Assert.Equal((100m, CriterionStatus.Acquis), (subdomain.Percent, subdomain.Status));
            Assert.All(subdomain.Criteria, c => Assert.True(c.Status is CriterionStatus.Acquis or CriterionStatus.PasDeTest));
        });

    // The first items of the sub-domain are right, all its others answered and wrong.
    static string Status(string subdomain, string criteria, int right)
    {
        var ids = MarcheCodebook.Families.Where(f => f.Criterion.StartsWith(criteria, StringComparison.Ordinal)).SelectMany(f => f.Principal.Ids).ToList();
        var marks = new ItemMarks(ids.Index().ToDictionary(i => i.Item, i => i.Index < right ? 1m : 0, StringComparer.Ordinal));
        return TechnicalName.Of(CleaDomain2.Of(marks).Single(s => s.Code == subdomain).Status);
    }

    static ItemMarks All(Func<string, bool> right) =>
        new(MarcheCodebook.Families.SelectMany(f => f.Principal.Ids.Select(id => (id, f.Principal.Points))).ToDictionary(m => m.id, m => right(m.id) ? m.Points : 0, StringComparer.Ordinal));
}
