using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>What became of each step, known by its identifier.</summary>
static class StepChanges
{
    public static IReadOnlyList<StepChange> Between(IReadOnlyList<ProcessStep> before, IReadOnlyList<ProcessStep> after)
    {
        var (old, last) = (before.ToDictionary(s => s.Id, StringComparer.Ordinal), after.ToDictionary(s => s.Id, StringComparer.Ordinal));
        var stayed = Stayed([.. before.Where(s => last.ContainsKey(s.Id)).Select(s => s.Id)], [.. after.Where(s => old.ContainsKey(s.Id)).Select(s => s.Id)]);
        var changes = before.Where(s => !last.ContainsKey(s.Id)).Select(s => new StepChange(StepChangeKind.Removed, s.Id, s, null)).ToList();
        foreach (var step in after)
        {
            if (!old.TryGetValue(step.Id, out var was))
            {
                changes.Add(new(StepChangeKind.Added, step.Id, null, step));
            }
            else if (!Same(was, step))
            {
                changes.Add(new(StepChangeKind.Changed, step.Id, was, step));
            }
            else if (!stayed.Contains(step.Id))
            {
                changes.Add(new(StepChangeKind.Moved, step.Id, was, step));
            }
        }

        return changes;
    }

    static bool Same(ProcessStep a, ProcessStep b) => a with { Tools = b.Tools } == b && a.Tools.Select(t => t.Key).SequenceEqual(b.Tools.Select(t => t.Key), StringComparer.Ordinal);

    /// <summary>The most steps that kept their order: the others moved. The longest common subsequence of two orders of the same few names.</summary>
    static HashSet<string> Stayed(string[] before, string[] after)
    {
        var length = new int[before.Length + 1, after.Length + 1];
        for (var i = before.Length - 1; i >= 0; i--)
        {
            for (var j = after.Length - 1; j >= 0; j--)
            {
                length[i, j] = string.Equals(before[i], after[j], StringComparison.Ordinal) ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
            }
        }

        var stayed = new HashSet<string>(StringComparer.Ordinal);
        for (var (i, j) = (0, 0); i < before.Length && j < after.Length;)
        {
            if (string.Equals(before[i], after[j], StringComparison.Ordinal))
            {
                stayed.Add(before[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (length[i + 1, j] >= length[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return stayed;
    }
}
