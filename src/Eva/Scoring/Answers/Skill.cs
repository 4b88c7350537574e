using System.Text.Json.Serialization;

namespace Beffroi.Eva.Scoring;

/// <summary>What an item measures (métacompétence). Ccf: knowledge and understanding of French.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Skill>))]
public enum Skill
{
    [JsonStringEnumMemberName("ccf")] Ccf,
    [JsonStringEnumMemberName("syntaxe-orthographe")] SyntaxeOrthographe,
    [JsonStringEnumMemberName("numeratie")] Numeratie,
    [JsonStringEnumMemberName("memorisation")] Memorisation,
}
