using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Tests.Positionnement;

/// <summary>Rows 15 and 16: the fixed walks, from door to end.</summary>
public sealed class WalkTests
{
    [Fact]
    public void Row_15_who_gets_all_right_goes_up_twice() =>
        Assert.Equal([.. Ids("LOdi", 1, 13), .. Ids("HPar", 1, 3), .. Ids("HGac", 1, 4), .. Ids("HCvf", 1, 4), .. Ids("HPfb", 1, 20)], Played(CafeCodebook.Situation, _ => true));

    [Fact]
    public void Row_15_who_gets_nothing_goes_low() =>
        Assert.Equal([.. Ids("LOdi", 1, 13), .. Ids("ALrd", 1, 14), .. Ids("ACrd", 1, 10), .. Ids("APlc", 1, 20)], Played(CafeCodebook.Situation, _ => false));

    [Fact]
    public void Row_15_who_fails_the_first_high_part_comes_down_and_stays() => Assert.Equal(
        [.. Ids("LOdi", 1, 13), .. Ids("HPar", 1, 3), .. Ids("HGac", 1, 4), .. Ids("ALrd", 1, 14), .. Ids("ACrd", 1, 10), .. Ids("APlc", 1, 20)],
        Played(CafeCodebook.Situation, id => id[0] is 'L' or 'A'));

    [Theory]
    [InlineData("LOdi2 LOdi3 LOdi4", "ALrd1")]
    [InlineData("LOdi2 LOdi3", "HPar1")]
    public void Row_15_nine_of_twelve_lead_low_and_ten_high(string wrong, string then) =>
        Assert.Equal(then, Played(CafeCodebook.Situation, id => !wrong.Split(' ').Contains(id, StringComparer.Ordinal))[13]);

    [Fact]
    public void Row_16_who_gets_all_right_meets_no_second_chance()
    {
        var played = Played(MarcheCodebook.Situation, _ => true);
        Assert.Equal((62, 0), (played.Count, played.Count(id => id[2] == 'R')));
    }

    [Fact]
    public void Row_16_who_gets_nothing_catches_up_level_one_and_stops()
    {
        var played = Played(MarcheCodebook.Situation, _ => false);
        Assert.Equal((20, 12), (played.Count(id => id[2] == 'P'), played.Count(id => id[2] == 'R')));
        Assert.All(played, id => Assert.Equal('1', id[1]));
        Assert.Equal("N1Pvn4", played[19]);
    }

    [Fact]
    public void Row_16_only_failed_families_are_caught_up_and_the_better_counts()
    {
        // Level 2: three families of ten failed and one item of a fourth: 13 of 20. Caught up, they open level 3.
        var played = Played(MarcheCodebook.Situation, id => !(id.StartsWith("N2Plp", StringComparison.Ordinal) || id.StartsWith("N2Ppe", StringComparison.Ordinal) || id.StartsWith("N2Psu", StringComparison.Ordinal) || id is "N2Pom2"));
        Assert.Equal(["N2Rlp1", "N2Rlp2", "N2Rpe1", "N2Rpe2", "N2Rsu1", "N2Rsu2", "N2Rom1", "N2Rom2"], played.Where(id => id[2] == 'R'));
        Assert.Equal("N3Ppl1", played[^22]);
    }

    [Fact]
    public void The_place_starts_again_with_each_part()
    {
        var walk = FixedWalk.Of(CafeCodebook.Situation);
        var marks = new List<RouteMark>();
        Assert.Equal(new(1, 13), walk.Place(marks));
        while (marks.Count < 13)
        {
            marks.Add(new(walk.Next(marks)!, 0, 0));
        }

        Assert.Equal(new(1, 44), walk.Place(marks));
    }

    static List<string> Played(string situation, Func<string, bool> right)
    {
        var (walk, bank, marks) = (FixedWalk.Of(situation), PositioningBank.Current(situation), new List<RouteMark>());
        while (walk.Next(marks) is { } next)
        {
            var item = bank.Get(next);
            marks.Add(RouteMark.Of(next, item.Mark(right(next) ? Replies.Right(item) : Replies.Wrong(item)), heard: false));
        }

        return [.. marks.Select(m => m.Item)];
    }

    static IEnumerable<string> Ids(string code, int first, int last) => Enumerable.Range(first, last - first + 1).Select(n => $"{code}{n}");
}
