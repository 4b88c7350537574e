using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Positionnement;

/// <summary>Row 15: routes and profiles of the café, at each bound.</summary>
public sealed class CafeTests
{
    [Theory]
    [InlineData(0, CafePart.Bas)]
    [InlineData(9, CafePart.Bas)]
    [InlineData(9.75, CafePart.Bas)]
    [InlineData(10, CafePart.Haut1)]
    [InlineData(12, CafePart.Haut1)]
    public void Row_15_orientation_9_leads_low_and_10_high(double points, CafePart part) => Assert.Equal(part, CafeRoute.AfterOrientation((decimal)points));

    [Theory]
    [InlineData(5, CafePart.Bas)]
    [InlineData(6, CafePart.Haut2)]
    public void Row_15_the_first_high_part_5_leads_low_and_6_on(double points, CafePart part) => Assert.Equal(part, CafeRoute.AfterHaut1((decimal)points));

    [Fact]
    public void Row_15_the_first_item_of_the_orientation_is_not_scored()
    {
        Assert.Equal(CafePart.Bas, CafeRoute.AfterOrientation(Marks.Of(("LOdi1-10", 1))));
        Assert.Equal(CafePart.Haut1, CafeRoute.AfterOrientation(Marks.Of(("LOdi2-11", 1))));
    }

    [Fact]
    public void Row_15_the_puzzle_counts_whole_or_not_at_all_on_the_way_up()
    {
        Assert.Equal(CafePart.Haut2, CafeRoute.AfterHaut1(Marks.Of(("HPar1", 8))));
        Assert.Equal(CafePart.Bas, CafeRoute.AfterHaut1(Marks.Of(("HPar1", 7), ("HPar2-3", 1), ("HGac1-3", 1))));
        Assert.Equal(CafePart.Haut2, CafeRoute.AfterHaut1(Marks.Of(("HPar1", 0), ("HPar2-3", 1), ("HGac1-4", 1))));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 4)]
    [InlineData(5, 6)]
    [InlineData(7, 8)]
    public void Row_15_the_puzzle_gives_a_bonus_from_five_pieces_on(int placed, int points) => Assert.Equal(points, CafeCodebook.PuzzlePoints(placed));

    [Theory]
    [InlineData("crème", 1)]
    [InlineData("CRÈME", 1)]
    [InlineData("creme", 0.75)]
    [InlineData("crèmes", 1.25)]
    [InlineData("crème fraîche", 1.5)]
    [InlineData("craime", 0)]
    [InlineData(" crème", 0)]
    public void Row_15_a_typed_word_is_worth_what_its_spelling_is(string typed, double points) =>
        Assert.Equal((decimal)points, TypedMarks.Of(typed, new Dictionary<string, decimal>(StringComparer.Ordinal)
        {
            ["crème"] = TypedMarks.Bon,
            ["creme"] = TypedMarks.Acceptable,
            ["crèmes"] = TypedMarks.Bonus,
            ["crème fraîche"] = TypedMarks.DoubleBonus,
        }));

    [Theory]
    [InlineData(6.99, "profil1")]
    [InlineData(7, "profil2")]
    [InlineData(10.99, "profil2")]
    [InlineData(11, "profil3")]
    [InlineData(14.99, "profil3")]
    [InlineData(15, "profil4")]
    public void Row_15_reading_out_of_17(double points, string profil) => Same(profil, LitteratieProfile.OfLecture((decimal)points));

    [Theory]
    [InlineData(4.99, "profil1")]
    [InlineData(5, "profil2")]
    [InlineData(6.99, "profil2")]
    [InlineData(7, "profil3")]
    [InlineData(8.99, "profil3")]
    [InlineData(9, "profil4")]
    public void Row_15_understanding_out_of_10(double points, string profil) => Same(profil, LitteratieProfile.OfComprehension((decimal)points));

    [Theory]
    [InlineData(8.75, "profil1")]
    [InlineData(9, "profil2")]
    [InlineData(13.75, "profil2")]
    [InlineData(14, "profil3")]
    [InlineData(17.75, "profil3")]
    [InlineData(18, "profil4")]
    [InlineData(22, "profil4")]
    public void Row_15_writing_out_of_22(double points, string profil) => Same(profil, LitteratieProfile.OfProduction((decimal)points));

    [Theory]
    [InlineData(15.75, "profil_aberrant")]
    [InlineData(16, "profil_4h")]
    [InlineData(25.75, "profil_4h")]
    [InlineData(26, "profil_4h_plus")]
    [InlineData(32.75, "profil_4h_plus")]
    [InlineData(33, "profil_4h_plus_plus")]
    [InlineData(40, "profil_4h_plus_plus")]
    public void Row_15_the_high_route_out_of_40(double points, string profil) => Same(profil, LitteratieProfile.OfHighRoute((decimal)points));

    [Fact]
    public void Row_15_the_low_route_is_the_lowest_of_the_three_and_undetermined_without_one()
    {
        Assert.Equal(ProfilLitteratie.Profil2, LitteratieProfile.OfLowRoute(ProfilLitteratie.Profil4, ProfilLitteratie.Profil2, ProfilLitteratie.Profil3));
        Assert.Null(LitteratieProfile.OfLowRoute(ProfilLitteratie.Profil4, null, ProfilLitteratie.Profil4));
    }

    static void Same(string profil, ProfilLitteratie read) => Assert.Equal(profil, TechnicalName.Of(read));
}
