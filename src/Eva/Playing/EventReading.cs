using System.Text.Json;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Playing;

/// <summary>Turns one line of a batch into an event of a known run, or says why it cannot be one.</summary>
public static class EventReading
{
    public const string RunIsOver = "la partie est finie";

    // Ten times what the longest play sends, pauses and replays included.
    const int MaxPosition = 5_000;

    // Free writing is the one long thing; anything else is an id and a few words.
    const int MaxDataLength = 1_000;
    const int MaxWritingLength = 8_000;

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

        var (data, wrong) = Data(json);
        wrong ??= WrongFor(run.Situation, name, data);
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

    static (string Data, string? Wrong) Data(JsonElement json)
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
        var longest = fields.Exists(f => string.Equals(f.Name, "question", StringComparison.Ordinal) && f.Value.ValueEquals(LivraisonBank.Current.Writing.Id)) ? MaxWritingLength : MaxDataLength;
        return text.Length <= longest ? (text, null) : ("{}", "donnees est trop long");
    }

    static string? WrongFor(string situation, string name, string data) => name switch
    {
        EventNames.QuestionShown or EventNames.Answered => WrongQuestion(situation, name, data),
        EventNames.WordShown or EventNames.WordJudged => WrongWord(situation, name, data),
        _ => null,
    };

    static string? WrongQuestion(string situation, string name, string data)
    {
        if (!string.Equals(situation, ParcoursPlan.Livraison, StringComparison.Ordinal)
            || EventData.Text(data, "question") is not { } id || LivraisonBank.Current.Find(id) is not { } item)
        {
            return "la question est inconnue dans cette situation";
        }

        if (!string.Equals(name, EventNames.Answered, StringComparison.Ordinal) || EventData.Flag(data, "neSaisPas") == true)
        {
            return null;
        }

        return EventData.Text(data, "reponse") is { } answer ? item.Refuse(answer) : "il manque la réponse";
    }

    static string? WrongWord(string situation, string name, string data)
    {
        var bank = MaintenanceBank.Current;
        if (!string.Equals(situation, ParcoursPlan.Maintenance, StringComparison.Ordinal)
            || EventData.Text(data, "mot") is not { } id
            || !(bank.Stimuli.Any(s => string.Equals(s.Id, id, StringComparison.Ordinal)) || bank.Training.Any(s => string.Equals(s.Id, id, StringComparison.Ordinal))))
        {
            return "le mot est inconnu dans cette situation";
        }

        return string.Equals(name, EventNames.WordJudged, StringComparison.Ordinal) && EventData.Text(data, "reponse") is not ("francais" or "pasfrancais")
            ? "la réponse est francais ou pasfrancais"
            : null;
    }
}
