using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>Literacy profiles of the ANLCI as the positioning reports them, lowest first. Where there is none, it is <i>indéterminé</i>.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProfilLitteratie>))]
public enum ProfilLitteratie
{
    [JsonStringEnumMemberName("profil1")] Profil1,
    [JsonStringEnumMemberName("profil2")] Profil2,
    [JsonStringEnumMemberName("profil3")] Profil3,
    [JsonStringEnumMemberName("profil4")] Profil4,
    [JsonStringEnumMemberName("profil_4h")] Profil4H,
    [JsonStringEnumMemberName("profil_4h_plus")] Profil4HPlus,
    [JsonStringEnumMemberName("profil_4h_plus_plus")] Profil4HPlusPlus,

    /// <summary>The high route begun well and ended badly: a threshold effect, to be played again.</summary>
    [JsonStringEnumMemberName("profil_aberrant")] Aberrant,
}

/// <summary>Numeracy profiles, lowest first.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ProfilNumeratie>))]
public enum ProfilNumeratie
{
    [JsonStringEnumMemberName("profil1")] Profil1,
    [JsonStringEnumMemberName("profil2")] Profil2,
    [JsonStringEnumMemberName("profil3")] Profil3,
    [JsonStringEnumMemberName("profil4")] Profil4,
    [JsonStringEnumMemberName("profil_4_plus")] Profil4Plus,
}
