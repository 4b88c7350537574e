using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Eva.Playing;

namespace Beffroi.Eva;

/// <summary>A building site: places to look at, dangers to see and to name.</summary>
public sealed class SecuriteRules : SituationRules
{
    /// <summary>Answers to « Voyez-vous un danger ? ».</summary>
    public const string Yes = "oui";
    public const string No = "non";

    /// <summary>Answers either question.</summary>
    public const string DontKnow = "neSaisPas";

    /// <summary>The site as a picture to explore, or as a list of places for those who cannot see it.</summary>
    public const string AsPicture = "image";
    public const string AsList = "liste";

    static SecuriteBank Bank => SecuriteBank.Current;

    public override string Name => "securite";

    public override string Label => "Le chantier";

    public override int Minutes => 6;

    public override int Count => Bank.Zones.Count;

    public override Play Fill(Play play, Run run, Programme programme) => play with
    {
        TrainingZones = [.. Bank.Training.Select(z => z.WithoutKey(training: true))],
        Zones = [.. Bank.Zones.Select(z => z.WithoutKey(training: false))],
    };

    public override string? WrongFor(string name, string data) => name switch
    {
        EventNames.SceneShown => EventData.Text(data, "forme") is AsPicture or AsList ? null : "la forme est image ou liste",
        EventNames.ClickedOutside => IsThousandth(data, "x") && IsThousandth(data, "y") ? null : "x et y sont des entiers de 0 à 1000",
        EventNames.ZoneOpened or EventNames.DangerJudged or EventNames.DangerNamed =>
            EventData.Text(data, "zone") is { } id && Bank.Find(id) is { } zone ? WrongAnswer(name, data, zone) : "la zone est inconnue dans cette situation",
        _ => $"« {name} » n’arrive pas dans cette situation",
    };

    /// <summary>A place is settled once no danger is seen there, or once the danger is named.</summary>
    public override string? Settled(EventLine line) => line.Name switch
    {
        EventNames.DangerNamed => EventData.Text(line.Data, "zone"),
        EventNames.DangerJudged when EventData.Text(line.Data, "reponse") is not Yes => EventData.Text(line.Data, "zone"),
        _ => null,
    };

    static string? WrongAnswer(string name, string data, BankZone zone) => (name, EventData.Text(data, "reponse")) switch
    {
        (EventNames.ZoneOpened, _) => null,
        (EventNames.DangerJudged, Yes or No or DontKnow) => null,
        (EventNames.DangerJudged, _) => "la réponse est oui, non ou neSaisPas",
        (_, DontKnow) => null,
        (_, var answer) => zone.Choices.Any(c => string.Equals(c.Id, answer, StringComparison.Ordinal)) ? null : "cette réponse ne fait pas partie des choix",
    };

    static bool IsThousandth(string data, string name)
    {
        using var json = JsonDocument.Parse(data);
        return json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number is >= 0 and <= 1000;
    }
}
