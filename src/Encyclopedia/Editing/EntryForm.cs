using System.Globalization;
using Beffroi.Kit;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Encyclopedia.Editing;

/// <summary>What the editor holds, as typed: nothing is lost while it is not right. Fields are named as the places of <see cref="EntryChecks"/>.</summary>
public sealed class EntryForm
{
    /// <summary>Rows to fill in at the end of each list, without a script.</summary>
    const int Spare = 1;

    const int MostRows = 300;

    readonly Dictionary<string, IReadOnlyList<string>> _typed = new(StringComparer.Ordinal);

    public string this[string name] => _typed.TryGetValue(name, out var typed) && typed.Count > 0 ? typed[0] : "";

    public IReadOnlyList<string> All(string name) => _typed.GetValueOrDefault(name, []);

    public bool Ticked(string name) => this[name].Length > 0;

    public void Set(string name, params string[] values) => _typed[name] = values;

    public static EntryForm Typed(IFormCollection form)
    {
        var typed = new EntryForm();
        foreach (var (name, values) in form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)))
        {
            typed._typed[name] = [.. values.Select(v => (v ?? "").ReplaceLineEndings("\n"))];
        }

        return typed;
    }

    /// <summary>How many rows of a list there are, empty or not.</summary>
    public int Rows(string list) => Math.Min(MostRows, Filled(list) + Spare + (int.TryParse(this[list + ".more"], NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? Math.Min(more, MostRows) : 0));

    public void AddRow(string list) =>
        Set(list + ".more", ((int.TryParse(this[list + ".more"], NumberStyles.None, CultureInfo.InvariantCulture, out var more) ? more : 0) + 1).ToString(CultureInfo.InvariantCulture));

    /// <summary>The row that was just moved, as it is called now.</summary>
    public string? Moved { get; private set; }

    /// <summary>Changes the place of a row with that of the next one.</summary>
    /// <param name="row">As in <c>steps.2</c>; what is none, or has no next one, stays.</param>
    public void Move(string row, bool down)
    {
        var dot = row.LastIndexOf('.');
        if (dot <= 0 || !int.TryParse(row.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var from))
        {
            return;
        }

        var (list, to) = (row[..dot], down ? from + 1 : from - 1);
        if (to < 0 || Math.Max(from, to) >= Filled(list))
        {
            return;
        }

        var (one, other) = (string.Create(CultureInfo.InvariantCulture, $"{list}.{from}."), string.Create(CultureInfo.InvariantCulture, $"{list}.{to}."));
        var moved = _typed.Where(t => t.Key.StartsWith(one, StringComparison.Ordinal) || t.Key.StartsWith(other, StringComparison.Ordinal)).ToList();
        moved.ForEach(t => _typed.Remove(t.Key));
        foreach (var (name, values) in moved)
        {
            _typed[name.StartsWith(one, StringComparison.Ordinal) ? other + name[one.Length..] : one + name[other.Length..]] = values;
        }

        Moved = other[..^1];
    }

    /// <summary>Up to the last row that somebody wrote in.</summary>
    public int Filled(string list) => 1 + _typed.Where(t => t.Value.Any(v => v.Trim().Length > 0)).Select(t => Index(t.Key, list)).DefaultIfEmpty(-1).Max();

    public bool IsFilled(string row) => _typed.Any(t => t.Key.StartsWith(row + ".", StringComparison.Ordinal) && !IsOffered(t.Key) && t.Value.Any(v => v.Trim().Length > 0));

    // A role or a relation is no writing: lists offer one at once.
    static bool IsOffered(string name) => name.EndsWith(".relation", StringComparison.Ordinal) || name.EndsWith(".role", StringComparison.Ordinal);

    static int Index(string name, string list)
    {
        if (!name.StartsWith(list + ".", StringComparison.Ordinal) || IsOffered(name))
        {
            return -1;
        }

        var rest = name.AsSpan(list.Length + 1);
        var dot = rest.IndexOf('.');
        return dot > 0 && int.TryParse(rest[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < MostRows ? index : -1;
    }

    public static EntryForm Of(EntryContent content)
    {
        var form = new EntryForm();
        form.Set("phases", [.. content.Phases.Select(p => p.ToString())]);
        form.Set("original", content.Original.Code());
        foreach (var language in Langs.All)
        {
            if (content.Texts[language] is { } text)
            {
                form.Write($"texts.{language.Code()}", text);
            }
        }

        foreach (var (criterion, i) in Enum.GetValues<Criterion>().Select((c, i) => (c, i)))
        {
            var note = content.Criteria.FirstOrDefault(n => n.Criterion == criterion);
            form.Set($"criteria.{i}.stand", note?.Stand.ToString() ?? "");
            form.Write($"criteria.{i}.why", note?.Why);
        }

        form.WriteLists(content);
        form.Set("website", content.Website ?? "");
        if (content.Availability is { } availability)
        {
            form.Set("availability.state", availability.State.ToString());
            form.Set("availability.checkedOn", Day(availability.CheckedOn));
            form.Set("availability.launch", availability.Launch ?? "");
        }

        return form;
    }

    void Write(string at, EntryText text)
    {
        Set(at + ".title", text.Title);
        Set(at + ".summary", text.Summary);
        Set(at + ".synonyms", string.Join('\n', text.Synonyms));
        foreach (var (name, words) in text.Fields)
        {
            Set($"{at}.fields.{name}", words);
        }
    }

    void Write(string at, Wording? wording)
    {
        Set(at + ".fr", wording?.Fr ?? "");
        Set(at + ".en", wording?.En ?? "");
    }

    void WriteLists(EntryContent content)
    {
        foreach (var (source, i) in content.Sources.Select((s, i) => (s, $"sources.{i}")))
        {
            Set(i + ".title", source.Title);
            Set(i + ".url", source.Url ?? "");
            Set(i + ".publisher", source.Publisher ?? "");
            Set(i + ".published", source.Published ?? "");
            Set(i + ".readOn", Day(source.ReadOn));
            Set(i + ".archive", source.Archive ?? "");
        }

        foreach (var (link, i) in content.Links.Select((s, i) => (s, $"links.{i}")))
        {
            Set(i + ".to", link.To);
            Set(i + ".relation", link.Relation.ToString());
        }

        foreach (var (step, i) in content.Steps.Select((s, i) => (s, $"steps.{i}")))
        {
            Set(i + ".id", step.Id);
            Write(i + ".act", step.Act);
            Write(i + ".expected", step.Expected);
            Set(i + ".role", step.Role.ToString());
            Set(i + ".dueHours", step.DueHours?.ToString(CultureInfo.InvariantCulture) ?? "");
            Set(i + ".blocking", step.Blocking ? "true" : "");
            Set(i + ".tools", string.Join('\n', step.Tools));
        }

        foreach (var (note, i) in content.Reliability.Select((s, i) => (s, $"reliability.{i}")))
        {
            Set(i + ".on", Day(note.On));
            Set(i + ".by", note.By);
            Set(i + ".grade", note.Grade.ToString());
            Write(i + ".method", note.Method);
            Write(i + ".limits", note.Limits);
            Write(i + ".results", note.Results);
            Set(i + ".url", note.Url ?? "");
        }
    }

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
