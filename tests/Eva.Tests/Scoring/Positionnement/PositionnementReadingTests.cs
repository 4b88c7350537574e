using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Positionnement;

/// <summary>Row 27: the whole truth table of the overall reading. A dash is <i>indéterminé</i>, or no synthesis.</summary>
public sealed class PositionnementReadingTests
{
    // Down: literacy. Across: indéterminé, 1, 2, 3, 4, 4+. I: illettrisme potentiel, S: socle CléA, N: ni-ni, A: aberrant.
    [Theory]
    [InlineData("-", "-IINSS")]
    [InlineData("profil1", "IIIIII")]
    [InlineData("profil2", "IIIIII")]
    [InlineData("profil3", "NIINNN")]
    [InlineData("profil4", "SIINSS")]
    [InlineData("profil_4h", "SIINSS")]
    [InlineData("profil_4h_plus", "SIINSS")]
    [InlineData("profil_4h_plus_plus", "SIINSS")]
    [InlineData("profil_aberrant", "AII---")]
    public void Row_27_every_pair_of_profiles(string litteratie, string expected)
    {
        ProfilNumeratie?[] across = [null, .. Enum.GetValues<ProfilNumeratie>()];
        Assert.Equal(expected, string.Concat(across.Select(n => Letter(PositionnementReading.Synthesise(Profil(litteratie), n)))));
    }

    [Fact]
    public void Row_27_every_literacy_profile_is_in_the_table_above() => Assert.Equal(8, Enum.GetValues<ProfilLitteratie>().Length);

    [Fact]
    public void Row_27_a_positioning_stands_in_the_place_of_the_diagnostic()
    {
        Assert.Equal(PositionnementSynthesis.SocleClea, PositionnementReading.Overall(Synthesis.IllettrismePotentiel, ProfilLitteratie.Profil4, null));
        Assert.Null(PositionnementReading.Overall(Synthesis.SocleClea, ProfilLitteratie.Aberrant, ProfilNumeratie.Profil4));
        Assert.Equal(PositionnementSynthesis.NiNi, PositionnementReading.Overall(Synthesis.NiNi, null, null));
        Assert.Null(PositionnementReading.Overall(null, null, null));
    }

    // Down: French. Across: none, pre_X1, X1, X2, Y1.
    [Theory]
    [InlineData(null, "-INNN")]
    [InlineData("pre_A1", "IIIII")]
    [InlineData("A1", "NINNN")]
    [InlineData("A2", "NINNN")]
    [InlineData("B1", "NINNS")]
    public void Row_27_the_diagnostic_too(string? cefr, string expected)
    {
        var french = TechnicalName.TryParse<Cefr>(cefr, out var level) ? level : (Cefr?)null;
        Cenf?[] across = [null, .. Enum.GetValues<Cenf>()];
        Assert.Equal(expected, string.Concat(across.Select(n => Letter(PositionnementReading.Overall(HistoriqueEngine.Synthesise(french, n), null, null)))));
    }

    static ProfilLitteratie? Profil(string name) => TechnicalName.TryParse<ProfilLitteratie>(name, out var profil) ? profil : null;

    static char Letter(PositionnementSynthesis? synthesis) => synthesis is { } read ? char.ToUpperInvariant(TechnicalName.Of(read)[0]) : '-';
}
