using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Positionnement;

/// <summary>Row 15: from the marks of a whole play to its profile.</summary>
public sealed class LitteratieProfileTests
{
    [Fact]
    public void Row_15_three_items_of_the_orientation_are_read_too()
    {
        // 14 items of reading: 12 right, and the three of the orientation make 15 of 17.
        Assert.Equal(ProfilLitteratie.Profil4, LitteratieProfile.Of(Marks.Of(("LOdi1-13", 1), ("ALrd1-12", 1), ("ALrd13-14", 0)), abandoned: false).Lecture);
        Assert.Equal(ProfilLitteratie.Profil3, LitteratieProfile.Of(Marks.Of(("LOdi2", 0), ("LOdi3-13", 1), ("ALrd1-12", 1), ("ALrd13-14", 0)), abandoned: false).Lecture);
    }

    [Fact]
    public void Row_15_the_low_route_gives_the_lowest_profile()
    {
        var profile = LitteratieProfile.Of(Marks.Of(("LOdi1-13", 0), ("ALrd1-14", 1), ("ACrd1-6", 1), ("APlc1-20", 1)), abandoned: false);
        Assert.Equal((ProfilLitteratie.Profil2, ProfilLitteratie.Profil3, ProfilLitteratie.Profil2, ProfilLitteratie.Profil4), (profile.Profil, profile.Lecture, profile.Comprehension, profile.Production));
    }

    [Fact]
    public void Row_15_the_high_route_wins_once_it_is_whole()
    {
        (string, decimal)[] low = [("LOdi1-13", 1), ("ALrd1-14", 0), ("ACrd1-10", 0), ("APlc1-20", 0)];
        (string, decimal)[] high = [("HPar1", 8), ("HPar2-3", 1), ("HGac1-4", 1), ("HCvf1-4", 1), ("HPfb1-15", 1), ("HPfb16-20", 0)];
        Assert.Equal(ProfilLitteratie.Profil4HPlusPlus, LitteratieProfile.Of(Marks.Of([.. low, .. high]), abandoned: false).Profil);
        Assert.Equal(ProfilLitteratie.Profil1, LitteratieProfile.Of(Marks.Of([.. low, .. high[..^2]]), abandoned: false).Profil);
        Assert.Null(LitteratieProfile.Of(Marks.Of(high[..^2]), abandoned: false).Profil);
    }

    [Fact]
    public void Row_15_a_high_route_that_ends_badly_is_aberrant()
    {
        var marks = Marks.Of(("LOdi1-13", 1), ("HPar1", 8), ("HPar2-3", 0), ("HGac1-4", 1), ("HCvf1-3", 1), ("HPfb1-20", 0));
        Assert.Equal(ProfilLitteratie.Aberrant, LitteratieProfile.Of(marks, abandoned: false).Profil);
    }

    [Fact]
    public void Row_15_an_abandoned_play_is_undetermined() =>
        Assert.Null(LitteratieProfile.Of(Marks.Of(("LOdi1-13", 0), ("ALrd1-14", 1), ("ACrd1-10", 1), ("APlc1-20", 1)), abandoned: true).Profil);

    [Fact]
    public void Row_15_the_code_book_has_the_published_counts_and_totals()
    {
        Assert.Equal(13, CafeCodebook.FirstStep.Count + CafeCodebook.Orientation.Count);
        Assert.Equal(12, CafeCodebook.Orientation.MaxPoints);
        Assert.Equal(44, CafeCodebook.Lecture.Count + CafeCodebook.Comprehension.Count + CafeCodebook.Production.Count);
        Assert.Equal(7, CafeCodebook.Puzzle.Count + CafeCodebook.PuzzleQuestions.Count + CafeCodebook.Chart.Count);
        Assert.Equal(24, CafeCodebook.Article.Count + CafeCodebook.Email.Count);
        Assert.Equal(38, new[] { CafeCodebook.Puzzle, CafeCodebook.PuzzleQuestions, CafeCodebook.Chart, CafeCodebook.Article, CafeCodebook.Email }.Sum(f => f.MaxPoints));
        Assert.Equal(17, CafeCodebook.Lecture.MaxPoints + CafeCodebook.AlsoLecture.Count);
    }

    [Fact]
    public void Row_15_a_bank_is_checked_against_the_code_book()
    {
        var ids = CafeCodebook.Families.SelectMany(f => f.Ids).ToList();
        Assert.Equal(88, ids.Distinct().Count());
        Assert.True(BankGap.OfCafe(ids).None);
        var gap = BankGap.OfCafe([.. ids.Where(id => id != "HPfb20"), "X1"]);
        Assert.Equal("HPfb20", Assert.Single(gap.Missing));
        Assert.Equal("X1", Assert.Single(gap.Unknown));
    }
}
