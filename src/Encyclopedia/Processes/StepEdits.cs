using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>The steps of a practice as an edit wants them; what the edit does not say, the other language first of all, stays.</summary>
static class StepEdits
{
    const int ActMaxLength = 1000;

    /// <exception cref="ArgumentException">A step is not one.</exception>
    public static IReadOnlyList<Step> Apply(IReadOnlyList<Step> steps, IReadOnlyList<ProcessEditStep> edits, Lang language)
    {
        if (edits.Count == 0)
        {
            throw new ArgumentException("A practice keeps one step at least.", nameof(edits));
        }

        var known = steps.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var names = new HashSet<string>(known.Keys, StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        var edited = new List<Step>();
        foreach (var edit in edits)
        {
            var was = edit.Id is { } id && used.Add(id) ? known.GetValueOrDefault(id) : null;
            edited.Add(Read(was ?? New(names), edit, language));
        }

        return edited;
    }

    static Step New(HashSet<string> names)
    {
        var number = names.Count + 1;
        while (!names.Add($"step-{number}"))
        {
            number++;
        }

        return new() { Id = $"step-{number}", Act = new(), Expected = new(), Role = ProcessRole.Analyst };
    }

    static Step Read(Step was, ProcessEditStep edit, Lang language)
    {
        if (edit.Act.Trim() is not { Length: > 0 and <= ActMaxLength } act || edit.Expected.Length > ActMaxLength
            || edit.DueHours < 0 || KindWords.Named<ProcessRole>(edit.Role) is not { } role)
        {
            throw new ArgumentException($"A step says what is done in {ActMaxLength} characters at most, by a known role, within hours that are not negative.", nameof(edit));
        }

        return was with { Act = Worded(was.Act, act, language), Expected = Worded(was.Expected, edit.Expected.Trim(), language), Role = role, DueHours = edit.DueHours, Blocking = edit.Blocking };
    }

    // Words that were borrowed from the other language and left as they were do not become a translation.
    static Wording Worded(Wording was, string said, Lang language) =>
        string.Equals(was.In(language), said, StringComparison.Ordinal) ? was : language.Say(was with { Fr = said }, was with { En = said });
}
