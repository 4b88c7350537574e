namespace Beffroi.Incubator.Cards;

/// <summary>The keys of a card, read one by one: what is not of the right kind is noted, what nobody asked for is told.</summary>
sealed class CardKeys(YamlMap map, string of = "", List<string>? noted = null)
{
    readonly HashSet<string> _read = new(StringComparer.Ordinal);
    readonly List<string> _wrong = noted ?? [];

    public IReadOnlyList<string> Wrong => _wrong;

    public IReadOnlyList<string> Unread => [.. map.Keys.Keys.Where(k => !_read.Contains(k))];

    public void Refuse(string said) => _wrong.Add($"ligne {map.Line}\u00A0: {said}");

    public string? Text(string key, int most) => Scalar(key) is { Text: { } text } ? Within($"«\u00A0{of}{key}\u00A0»", text.Trim(), most) is { Length: > 0 } kept ? kept : null : null;

    public bool? Truth(string key) => Scalar(key) switch
    {
        null or { Text: null } => null,
        { IsPlain: true, Text: "true" } => true,
        { IsPlain: true, Text: "false" } => false,
        var other => No<bool>(other, $"«\u00A0{of}{key}\u00A0» est true ou false"),
    };

    public DateOnly? Day(string key) => Scalar(key) is { Text: { } text } scalar ? CardText.DayOf(text) ?? No<DateOnly>(scalar, $"«\u00A0{of}{key}\u00A0» est un jour. Exemple\u00A0: 2019-01-10") : No<DateOnly>(map, $"«\u00A0{of}{key}\u00A0» manque");

    public DateOnly? OptionalDay(string key) => Scalar(key) is { Text: not null } ? Day(key) : null;

    /// <summary>Words, one a line.</summary>
    public string Many(string key, int most)
    {
        List<string> kept = [];
        foreach (var item in List(key))
        {
            if (item is YamlScalar { Text: { } text } && text.Trim() is { Length: > 0 } word && !word.Contains('\n', StringComparison.Ordinal))
            {
                kept.Add(word);
            }
            else
            {
                No<bool>(item, $"«\u00A0{of}{key}\u00A0» est une liste de mots");
            }
        }

        return Within($"«\u00A0{of}{key}\u00A0»", string.Join('\n', kept), most);
    }

    public IReadOnlyList<CardKeys> Maps(string key)
    {
        List<CardKeys> kept = [];
        foreach (var item in List(key))
        {
            if (item is YamlMap inside)
            {
                kept.Add(new(inside, $"{key}.", _wrong));
            }
            else
            {
                No<bool>(item, $"«\u00A0{of}{key}\u00A0» est une liste de clés et de valeurs");
            }
        }

        return kept;
    }

    public CardKeys? Map(string key)
    {
        _read.Add(key);
        switch (map.Keys.GetValueOrDefault(key))
        {
            case null or YamlScalar { Text: null }:
                return null;
            case YamlMap inside:
                return new(inside, $"{key}.", _wrong);
            case var other:
                No<bool>(other, $"«\u00A0{of}{key}\u00A0» a des clés et des valeurs");
                return null;
        }
    }

    public string Within(string what, string text, int most)
    {
        if (text.Length > most)
        {
            _wrong.Add($"{what} est trop long\u00A0: {most} caractères au plus");
        }

        return text;
    }

    YamlScalar? Scalar(string key)
    {
        _read.Add(key);
        switch (map.Keys.GetValueOrDefault(key))
        {
            case null:
                return null;
            case YamlScalar scalar:
                return scalar;
            case var other:
                No<bool>(other, $"«\u00A0{of}{key}\u00A0» est un texte");
                return null;
        }
    }

    IReadOnlyList<Yaml> List(string key)
    {
        _read.Add(key);
        switch (map.Keys.GetValueOrDefault(key))
        {
            case null or YamlScalar { Text: null }:
                return [];
            case YamlList list:
                return list.Items;
            case var other:
                No<bool>(other, $"«\u00A0{of}{key}\u00A0» est une liste");
                return [];
        }
    }

    T? No<T>(Yaml at, string said) where T : struct
    {
        _wrong.Add($"ligne {at.Line}\u00A0: {said}");
        return null;
    }
}
