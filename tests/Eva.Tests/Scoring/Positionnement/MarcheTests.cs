using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Positionnement;

/// <summary>Row 16: levels, second chances and profiles of the market.</summary>
public sealed class MarcheTests
{
    // Level 2 has 20 items of a point: 14 are 70 %.
    [Theory]
    [InlineData(13, false)]
    [InlineData(14, true)]
    public void Row_16_70_per_cent_opens_the_next_level_and_less_does_not(int right, bool opens) => Assert.Equal(opens, MarcheRoute.OpensNext(Level2(right), 2));

    // Level 1 has 16 points: 11 are 68.75 %, said 69; 11.5 are 71.9 %.
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Row_16_69_per_cent_is_not_enough(int halves, bool opens)
    {
        var marks = Marks.Of(("N1Prn1-2", 1), ("N1Pde1-2", 1), ("N1Pes1-2", 1), ("N1Pon1-2", 1), ("N1Poa1-2", 1), ("N1Pse1-" + halves, 0.5m));
        Assert.Equal(opens, MarcheRoute.OpensNext(marks, 1));
    }

    [Fact]
    public void Row_16_a_part_of_an_item_does_not_count_on_the_first_pass()
    {
        var marks = Marks.Of(("N2Plp1-2", 1), ("N2Ppe1-2", 1), ("N2Psu1-2", 1), ("N2Pom1-2", 1), ("N2Pon1-2", 1), ("N2Pod1-2", 1), ("N2Put1", 1), ("N2Put2", 0.5m), ("N2Prh1-2", 0.5m));
        Assert.Equal(14.5m, MarcheRoute.PointsIn(marks, 2));
        Assert.False(MarcheRoute.OpensNext(marks, 2));
        Assert.True(MarcheRoute.OpensNextAfterCatchUp(marks, 2));
    }

    [Fact]
    public void Row_16_only_the_failed_families_that_can_are_caught_up_in_their_order()
    {
        var marks = Marks.Of(("N1Pse1-4", 0), ("N1Prn1-2", 1), ("N1Pde1", 1), ("N1Pde2", 0), ("N1Pes1-2", 0.5m), ("N1Pon1-2", 1), ("N1Poa1-2", 1), ("N1Pos1-2", 1), ("N1Pvn1-4", 0));
        Assert.Equal(["N1Rde", "N1Res"], MarcheRoute.ToCatchUp(marks, 1).Select(f => f.CatchUp!.Code));
        Assert.Empty(MarcheRoute.ToCatchUp(Level2(14), 2));
    }

    [Fact]
    public void Row_16_the_better_of_both_totals_is_kept_in_each_family()
    {
        var first = Marks.Of(("N2Plp1-2", 1), ("N2Ppe1-2", 1), ("N2Psu1-2", 1), ("N2Pom1-2", 1), ("N2Pon1-2", 1), ("N2Pod1", 1), ("N2Pod2", 0), ("N2Put1-2", 0));
        Assert.Equal(11, MarcheRoute.PointsIn(first, 2));
        var again = Marks.Of(("N2Plp1-2", 1), ("N2Ppe1-2", 1), ("N2Psu1-2", 1), ("N2Pom1-2", 1), ("N2Pon1-2", 1), ("N2Pod1", 1), ("N2Pod2", 0), ("N2Put1-2", 0), ("N2Rod1-2", 0), ("N2Rut1-2", 1));
        Assert.Equal(13, MarcheRoute.PointsIn(again, 2));
        Assert.False(MarcheRoute.OpensNextAfterCatchUp(again, 2));
    }

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(0.5, 0)]
    [InlineData(0, 0)]
    public void Row_16_help_costs_half_a_point_and_never_more_than_there_is(double points, double left) => Assert.Equal((decimal)left, HandledMarks.WithHelp((decimal)points));

    [Theory]
    [InlineData(4, 4, 0, 1)]
    [InlineData(4, 4, 1, 0.75)]
    [InlineData(4, 4, 4, 0)]
    [InlineData(4, 5, 2, 0.5)]
    [InlineData(5, 4, 0, 1)]
    [InlineData(5, 4, 1, 0.5)]
    [InlineData(5, 4, 2, 0)]
    public void Row_16_placed_objects_give_a_part_of_the_points(int objects, int zones, int errors, double points) =>
        Assert.Equal((decimal)points, HandledMarks.Placed(objects, zones, errors, 1));

    [Fact]
    public void Row_16_the_code_book_has_the_published_counts_and_points()
    {
        Assert.Equal([16, 20, 18], new[] { 1, 2, 3 }.Select(MarcheCodebook.PointsOf));
        Assert.Equal([20, 20, 22], new[] { 1, 2, 3 }.Select(level => MarcheCodebook.Of(level).Sum(f => f.Principal.Count)));
        Assert.Equal((23, 46), (MarcheCodebook.Families.Count(f => f.HasCatchUp), MarcheCodebook.Families.Sum(f => f.CatchUp?.Count ?? 0)));
        Assert.Equal(["N1Pse", "N1Pvn", "N3Pum", "N3Pim"], MarcheCodebook.Families.Where(f => !f.HasCatchUp).Select(f => f.Principal.Code));
        var ids = MarcheCodebook.Families.SelectMany(f => f.Principal.Ids.Concat(f.CatchUp?.Ids ?? [])).ToList();
        Assert.Equal(108, ids.Distinct().Count());
        Assert.True(BankGap.OfMarche(ids).None);
        Assert.Equal(["N1Pvn4"], BankGap.OfMarche(ids.Where(id => id != MarcheCodebook.LastOfLevel1)).Missing);
    }

    static ItemMarks Level2(int right) =>
        new(MarcheCodebook.Of(2).SelectMany(f => f.Principal.Ids).Index().ToDictionary(i => i.Item, i => i.Index < right ? 1m : 0, StringComparer.Ordinal));
}
