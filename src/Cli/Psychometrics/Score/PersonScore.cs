using System.Text.Json.Nodes;

namespace Beffroi.Cli.Psychometrics.Score;

/// <summary>Where a person stands: sum of the scores, how many items were answered, ability and its standard error in logits (null where
/// the method has none), and whether the ability is only the end of the range that was searched.</summary>
sealed record PersonScore(string Id, int Score, int Answered, double? Theta, double? StandardError, bool AtBound)
{
    public const string CsvHeader = "id,score,answered,theta,se,atBound";

    public string Csv() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{CsvText.Field(Id)},{Score},{Answered},{CsvText.Number(Theta)},{CsvText.Number(StandardError)},{(AtBound ? "true" : "false")}");

    public string Json() => new JsonObject
    {
        ["id"] = Id,
        ["score"] = Score,
        ["answered"] = Answered,
        ["theta"] = JsonNumber.Of(Theta),
        ["se"] = JsonNumber.Of(StandardError),
        ["atBound"] = AtBound,
    }.ToJsonString();
}
