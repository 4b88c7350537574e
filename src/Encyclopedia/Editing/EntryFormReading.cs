using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Editing;

/// <summary>From what was typed to an entry, or to messages beside the fields.</summary>
public sealed class EntryFormReading(EntryForm form, EntryType type, EntryContent? before, Lang language)
{
    // Where each row of the content was typed: rows left empty are passed over.
    readonly Dictionary<string, string> _rows = new(StringComparer.Ordinal);

    readonly EntryForm? _given = before is null ? null : EntryForm.Of(before);

    public Errors Errors { get; } = new();

    /// <param name="version">The version that is published; 0 for a new entry.</param>
    public EntryContent? Read(string? key, int version)
    {
        var content = Content(version);
        if (content.Texts[content.Original] is null)
        {
            Errors.Add($"texts.{content.Original.Code()}.title", language.Say($"Écrivez d’abord le texte en {content.Original.Named(language)}", $"Write the {content.Original.Named(language)} text first"));
            return null;
        }

        foreach (var (place, message) in EntryChecks.OfWritten(content, language, key).All)
        {
            Errors.Add(Typed(place), message);
        }

        return Errors.Any ? null : content;
    }

    /// <summary>What was typed as it would be kept, right or not: messages say what is not.</summary>
    public EntryContent Content(int version)
    {
        var original = before?.Original ?? (string.Equals(form["original"], "en", StringComparison.Ordinal) ? Lang.English : Lang.French);
        var texts = new EntryTexts { Fr = Text(Lang.French), En = Text(Lang.English) };
        return new()
        {
            Type = type,
            Original = original,
            Phases = [.. InOrder(before?.Phases).Where(p => form.All("phases").Contains(p.ToString(), StringComparer.Ordinal))],
            Criteria = [.. Criteria()],
            Texts = texts.With(original.Other(), Rendered(texts, original, version)),
            Sources = [.. Rows("sources", Source)],
            Links = [.. Rows("links", i => new EntryTie(Line(i + ".to") ?? "", Choice<Relation>(i + ".relation") ?? Relation.See))],
            Reliability = [.. Rows("reliability", Note)],
            Steps = type == EntryType.Practice ? [.. Rows("steps", Step)] : [],
            Website = type is EntryType.Tool or EntryType.Actor ? Line("website") : null,
            Availability = type == EntryType.Tool ? Availability() : null,
            Origin = before?.Origin,
        };
    }

    EntryText? Text(Lang written)
    {
        var at = $"texts.{written.Code()}";
        var fields = Template.Of(type).Select(f => (f.Name, Words: Prose($"{at}.fields.{f.Name}"))).Where(f => f.Words is not null)
            .ToDictionary(f => f.Name, f => f.Words!, StringComparer.Ordinal);
        var (title, summary) = (Line(at + ".title"), Prose(at + ".summary"));
        return title is null && summary is null && fields.Count == 0 ? null : new()
        {
            Title = title ?? "", Summary = summary ?? "", Fields = fields, Synonyms = Lines(at + ".synonyms"), Renders = before?.Texts[written]?.Renders,
        };
    }

    /// <summary>A translation that was written anew, or that its author says is up to date, renders the original as it will be published.</summary>
    EntryText? Rendered(EntryTexts texts, Lang original, int version)
    {
        var translation = texts[original.Other()];
        if (translation is null || (before?.Texts[original.Other()] is not null && !form.Ticked("upToDate")))
        {
            return translation;
        }

        return translation with { Renders = version + 1 };
    }

    IEnumerable<CriterionNote> Criteria()
    {
        var at = 0;
        foreach (var (criterion, i) in InOrder(before?.Criteria.Select(c => c.Criterion)).Select(c => (c, $"criteria.{(int)c}")))
        {
            var why = Wording(i + ".why");
            if (Choice<Stand>(i + ".stand") is not { } stand)
            {
                if (why.Fr is not null || why.En is not null)
                {
                    Errors.Add(i + ".stand", language.Say("Dites si ce critère est rempli", "Say whether this criterion is met"));
                }

                continue;
            }

            _rows[$"criteria.{at++}"] = i;
            yield return new() { Criterion = criterion, Stand = stand, Why = why };
        }
    }

    List<T> Rows<T>(string list, Func<string, T> read)
    {
        var rows = new List<T>();
        for (var i = 0; i < form.Filled(list); i++)
        {
            var at = string.Create(CultureInfo.InvariantCulture, $"{list}.{i}");
            if (form.IsFilled(at))
            {
                _rows[string.Create(CultureInfo.InvariantCulture, $"{list}.{rows.Count}")] = at;
                rows.Add(read(at));
            }
        }

        return rows;
    }

    Source Source(string at) => new()
    {
        Title = Line(at + ".title") ?? "", Url = Line(at + ".url"), Publisher = Line(at + ".publisher"), Published = Line(at + ".published"), ReadOn = Day(at + ".readOn"), Archive = Line(at + ".archive"),
    };

    ReliabilityNote Note(string at)
    {
        var (on, grade) = (Day(at + ".on"), Choice<Grade>(at + ".grade"));
        if (on is null)
        {
            Errors.Add(at + ".on", language.Say("Dites le jour de l’évaluation, par exemple 2026-11-23", "Give the day of the assessment, such as 2026-11-23"));
        }

        if (grade is null)
        {
            Errors.Add(at + ".grade", language.Say("Choisissez une conclusion", "Choose a conclusion"));
        }

        return new() { On = on ?? default, By = Line(at + ".by") ?? "", Grade = grade ?? default, Method = Wording(at + ".method"), Limits = Wording(at + ".limits"), Results = Wording(at + ".results"), Url = Line(at + ".url") };
    }

    Step Step(string at)
    {
        var due = Line(at + ".dueHours");
        int? hours = int.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        if (due is not null && hours is null)
        {
            Errors.Add(at + ".dueHours", language.Say("Écrivez un nombre d’heures, ou rien", "Write a number of hours, or nothing"));
        }

        return new()
        {
            Id = Line(at + ".id") ?? "", Act = Wording(at + ".act"), Expected = Wording(at + ".expected"), Role = Choice<ProcessRole>(at + ".role") ?? ProcessRole.Analyst,
            DueHours = hours, Blocking = form.Ticked(at + ".blocking"), Tools = Lines(at + ".tools"),
        };
    }

    Availability? Availability()
    {
        var (state, day, launch) = (Choice<ToolState>("availability.state"), Day("availability.checkedOn"), Line("availability.launch"));
        if (state is null && day is null && launch is null)
        {
            return null;
        }

        if (state is null)
        {
            Errors.Add("availability.state", language.Say("Dites si l’outil peut être utilisé aujourd’hui", "Say whether the tool can be used today"));
        }

        if (day is null)
        {
            Errors.Add("availability.checkedOn", language.Say("Dites quel jour cela a été vérifié, par exemple 2026-11-23", "Give the day it was checked, such as 2026-11-23"));
        }

        return new() { State = state ?? default, CheckedOn = day ?? default, Launch = launch };
    }

    Wording Wording(string at) => new() { Fr = Prose(at + ".fr"), En = Prose(at + ".en") };

    string? Line(string name) => string.Join(' ', form[name].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)) is { Length: > 0 } line ? line : null;

    /// <summary>Without the blanks around it, unless it came so: what nobody touched stays to the letter.</summary>
    string? Prose(string name)
    {
        var text = form[name].Trim();
        return _given?[name] is { } given && string.Equals(given.ReplaceLineEndings("\n").Trim(), text, StringComparison.Ordinal) && text.Length > 0 ? given
            : text.Length > 0 ? text : null;
    }

    /// <summary>In the order that was there, then in that of the choices.</summary>
    static IEnumerable<T> InOrder<T>(IEnumerable<T>? there) where T : struct, Enum => (there ?? []).Union(Enum.GetValues<T>());

    IReadOnlyList<string> Lines(string name) => [.. form[name].Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal)];

    T? Choice<T>(string name) where T : struct, Enum => Enum.GetNames<T>().Contains(form[name], StringComparer.Ordinal) ? Enum.Parse<T>(form[name]) : null;

    DateOnly? Day(string name)
    {
        if (Line(name) is not { } typed)
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Errors.Add(name, language.Say("Écrivez un jour, par exemple 2026-11-23", "Write a day, such as 2026-11-23"));
        return null;
    }

    /// <summary>The field of the form that a place of the checks was typed in.</summary>
    string Typed(string place)
    {
        var parts = place.Split('.');
        var row = parts.Length > 1 && _rows.TryGetValue($"{parts[0]}.{parts[1]}", out var typed) ? typed : string.Join('.', parts.Take(2));
        return parts switch
        {
            ["links", _] => row + ".to",
            ["steps", _, "tools", ..] => row + ".tools",
            [_, _, ..] => string.Join('.', [row, .. parts[2..]]),
            _ => place,
        };
    }
}
