using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>The overall reading of a positioning. For an adviser only.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PositionnementSynthesis>))]
public enum PositionnementSynthesis
{
    [JsonStringEnumMemberName("illettrisme_potentiel")] IllettrismePotentiel,
    [JsonStringEnumMemberName("ni_ni")] NiNi,
    [JsonStringEnumMemberName("socle_clea")] SocleClea,
    [JsonStringEnumMemberName("aberrant")] Aberrant,
}

public static class PositionnementReading
{
    /// <summary>What is indéterminé (null) is left out. A low profile decides; the socle needs all of the others at the top; one aberrant result
    /// beside another that is not low decides nothing.</summary>
    public static PositionnementSynthesis? Synthesise(ProfilLitteratie? litteratie, ProfilNumeratie? numeratie) => (litteratie, numeratie) switch
    {
        (null, null) => null,
        (ProfilLitteratie.Profil1 or ProfilLitteratie.Profil2, _) or (_, ProfilNumeratie.Profil1 or ProfilNumeratie.Profil2) => PositionnementSynthesis.IllettrismePotentiel,
        (ProfilLitteratie.Aberrant, null) => PositionnementSynthesis.Aberrant,
        (ProfilLitteratie.Aberrant, _) => null,
        _ when litteratie is not ProfilLitteratie.Profil3 && numeratie is not ProfilNumeratie.Profil3 => PositionnementSynthesis.SocleClea,
        _ => PositionnementSynthesis.NiNi,
    };

    /// <summary>Where a positioning has a profile, it stands in the place of the diagnostic.</summary>
    public static PositionnementSynthesis? Overall(Synthesis? diagnostic, ProfilLitteratie? litteratie, ProfilNumeratie? numeratie) =>
        litteratie is not null || numeratie is not null ? Synthesise(litteratie, numeratie)
        : diagnostic is { } read ? Of(read)
        : null;

    static PositionnementSynthesis Of(Synthesis diagnostic) => diagnostic switch
    {
        Synthesis.IllettrismePotentiel => PositionnementSynthesis.IllettrismePotentiel,
        Synthesis.NiNi => PositionnementSynthesis.NiNi,
        Synthesis.SocleClea => PositionnementSynthesis.SocleClea,
    };
}
