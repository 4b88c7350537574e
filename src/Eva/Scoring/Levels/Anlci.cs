using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>Profiles of the ANLCI, from its degrees 1 to 4: 4 is near the CFG, 4+ the DNB, 4++ the CAP or BEP.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Anlci>))]
public enum Anlci
{
    [JsonStringEnumMemberName("1")] Profile1,
    [JsonStringEnumMemberName("2")] Profile2,
    [JsonStringEnumMemberName("3")] Profile3,
    [JsonStringEnumMemberName("4")] Profile4,
    [JsonStringEnumMemberName("4+")] Profile4Plus,
    [JsonStringEnumMemberName("4++")] Profile4PlusPlus,
}
