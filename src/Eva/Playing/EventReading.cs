using System.Text.Json;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Playing;

/// <summary>Turns one line of a batch into an event of a known run, or says why it cannot be one.</summary>
public static class EventReading
{
    public const string RunIsOver = "la partie est finie";

    // Ten times what the longest play sends, pauses and replays included.
    const int MaxPosition = 5_000;

    const int MaxFields = 20;

    // A client's own verdict is not even stored: nobody will be tempted to trust it.
    static readonly string[] Ignored = ["succes", "score", "scoreMax", "reussite"];

    public static (EventLine? Line, int Number, string? Reason) Read(JsonElement json, int number, IReadOnlyList<Run> runs, DateTimeOffset now)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return Refuse("un événement est un objet JSON");
        }

        if (!Property(json, "session_id", JsonValueKind.String, out var session) || !session.TryGetGuid(out var runId))
        {
            return Refuse("session_id manque ou n’est pas un identifiant");
        }

        if (runs.FirstOrDefault(r => r.Id == runId) is not { } run)
        {
            return Refuse("cette partie n’appartient pas à l’évaluation");
        }

        if (!Property(json, "situation", JsonValueKind.String, out var situation) || !situation.ValueEquals(run.Situation))
        {
            return Refuse("la situation n’est pas celle de la partie");
        }

        if (!Property(json, "position", JsonValueKind.Number, out var at) || !at.TryGetInt32(out var position) || position is < 0 or > MaxPosition)
        {
            return Refuse($"position manque ou n’est pas un entier de 0 à {MaxPosition}");
        }

        if (run.LastPosition < position)
        {
            return Refuse(RunIsOver);
        }

        if (!Property(json, "date", JsonValueKind.Number, out var date) || !date.TryGetInt64(out var milliseconds) || milliseconds < 0)
        {
            return Refuse("date manque ou n’est pas un nombre de millisecondes");
        }

        if (!Property(json, "nom", JsonValueKind.String, out var nom) || nom.GetString() is not { } name || !EventNames.All.Contains(name))
        {
            return Refuse("nom manque ou est inconnu");
        }

        var (data, wrong) = Data(json, SituationCatalog.Get(run.Situation));
        wrong ??= name is EventNames.LanguageChosen ? ReadIn.WrongFor(data) : EventNames.Everywhere.Contains(name) ? null : SituationCatalog.Get(run.Situation).WrongFor(run, name, data);
        return wrong is null
            ? (new() { RunId = runId, Position = position, Name = name, Date = milliseconds, ReceivedAt = now, Data = data }, number, null)
            : Refuse(wrong);

        (EventLine?, int, string?) Refuse(string reason) => (null, number, reason);
    }

    /// <summary>Whether a line sent again says what was kept the first time.</summary>
    public static bool Same(EventLine kept, EventLine again) =>
        string.Equals(kept.Name, again.Name, StringComparison.Ordinal) && kept.Date == again.Date && string.Equals(kept.Data, again.Data, StringComparison.Ordinal);

    static bool Property(JsonElement json, string name, JsonValueKind kind, out JsonElement value) =>
        json.TryGetProperty(name, out value) && value.ValueKind == kind;

    static (string Data, string? Wrong) Data(JsonElement json, SituationRules rules)
    {
        if (!json.TryGetProperty("donnees", out var data) || data.ValueKind == JsonValueKind.Null)
        {
            return ("{}", null);
        }

        if (data.ValueKind != JsonValueKind.Object)
        {
            return ("{}", "donnees n’est pas un objet");
        }

        var fields = data.EnumerateObject().Where(f => !Ignored.Contains(f.Name, StringComparer.Ordinal)).DistinctBy(f => f.Name, StringComparer.Ordinal).OrderBy(f => f.Name, StringComparer.Ordinal).ToList();
        if (fields.Count > MaxFields || fields.Exists(f => f.Value.ValueKind is JsonValueKind.Object or JsonValueKind.Array))
        {
            return ("{}", "donnees est un objet plat de quelques champs");
        }

        if (fields.Exists(f => f.Name.Contains('\0', StringComparison.Ordinal) || (f.Value.ValueKind == JsonValueKind.String && f.Value.GetString()!.Contains('\0', StringComparison.Ordinal))))
        {
            return ("{}", "donnees contient un caractère interdit");
        }

        var text = JsonSerializer.Serialize(fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal));
        return text.Length <= rules.LongestData(text) ? (text, null) : ("{}", "donnees est trop long");
    }
}
