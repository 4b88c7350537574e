using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Positionnement;

/// <summary>Row 16: the profile by the rules of the server.</summary>
public sealed class NumeratieProfileTests
{
    static readonly (string, decimal)[] Level3At12And5 = [("N3Ppl1-2", 1), ("N3Put1-2", 1), ("N3Pum1-4", 0.5m), ("N3Pim1-4", 0.5m), ("N3Ppo1-2", 1), ("N3Ppr1-2", 1), ("N3Pps1", 0.5m), ("N3Pvo1", 0)];

    [Fact]
    public void Row_16_level_1_has_a_profile_once_its_last_item_was_met()
    {
        Assert.Null(NumeratieProfile.Of(Marks.Of(("N1Pse1-4", 0.5m), ("N1Pvn1-3", 0.5m))));
        Assert.Equal(ProfilNumeratie.Profil1, NumeratieProfile.Of(Marks.Of(("N1Pvn4", 0))));
        Assert.Null(NumeratieProfile.Of(Marks.Of()));
    }

    [Fact]
    public void Row_16_the_profile_is_as_high_as_the_level_that_was_reached()
    {
        Assert.Equal(ProfilNumeratie.Profil2, NumeratieProfile.Of(Marks.Of(("N1Pvn1-4", 0.5m), ("N2Plp1", 0))));
        Assert.Equal(ProfilNumeratie.Profil3, NumeratieProfile.Of(Marks.Of(("N2Plp1", 1), ("N3Ppl1", 0))));
    }

    // Of 18 points: 12.5 are 69.4 %, 12.75 are 70.8 %.
    [Fact]
    public void Row_16_profile_4_needs_more_than_70_per_cent_of_level_3()
    {
        Assert.Equal(ProfilNumeratie.Profil3, NumeratieProfile.Of(Marks.Of(Level3At12And5)));
        Assert.Equal(ProfilNumeratie.Profil4Plus, NumeratieProfile.Of(Marks.Of([.. Level3At12And5, ("N3Prp1", 0.25m)])));
    }

    [Fact]
    public void Row_16_profile_4_plus_is_profile_4_without_a_second_chance()
    {
        Assert.Equal(ProfilNumeratie.Profil4Plus, NumeratieProfile.Of(Marks.Of([.. Level3At12And5, ("N3Prp1-2", 1)])));
        Assert.Equal(ProfilNumeratie.Profil4, NumeratieProfile.Of(Marks.Of([.. Level3At12And5, ("N3Rrp1-2", 1)])));
        // A second chance on an earlier level changes nothing.
        Assert.Equal(ProfilNumeratie.Profil4Plus, NumeratieProfile.Of(Marks.Of([.. Level3At12And5, ("N3Prp1-2", 1), ("N2Rlp1-2", 1)])));
    }

    // The games open a level at 70 % or more, the server wants more than 70 % of level 3: with points counted by quarters, no total of 18 tells them apart.
    [Fact]
    public void Row_16_both_inequalities_agree_on_level_3_whatever_the_quarters()
    {
        for (var quarters = 0; quarters <= 18 * 4; quarters++)
        {
            var percent = 100 * (quarters / 4m) / 18;
            Assert.Equal(percent > 70, Math.Round(percent, MidpointRounding.AwayFromZero) >= 70);
        }
    }
}
