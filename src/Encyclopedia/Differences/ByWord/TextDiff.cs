using System.Text;

namespace Beffroi.Encyclopedia.Differences.ByWord;

public enum PartKind
{
    Same,
    Removed,
    Added,
}

/// <summary>Words that a change keeps, takes away or brings.</summary>
public sealed record DiffPart(PartKind Kind, string Text);

/// <summary>How one text became another: by lines, and by words within the lines that changed.</summary>
public sealed class TextDiff
{
    TextDiff(IReadOnlyList<DiffPart> parts) => Parts = parts;

    /// <summary>In reading order, what is removed before what takes its place.</summary>
    public IReadOnlyList<DiffPart> Parts { get; }

    public bool IsEmpty => Parts.All(p => p.Kind == PartKind.Same);

    public static TextDiff Of(string before, string after)
    {
        var parts = new Collected();
        Walk(Tokens.Lines(before), Tokens.Lines(after), parts.Same, (removed, added) => ByWords(removed, added, parts));
        return new(parts.Finish());
    }

    /// <summary>The text after, from the text before.</summary>
    /// <exception cref="ArgumentException">It is not the text that this was made from.</exception>
    public string Apply(string before)
    {
        var (after, at) = (new StringBuilder(), 0);
        foreach (var part in Parts)
        {
            if (part.Kind != PartKind.Added)
            {
                if (string.CompareOrdinal(before, at, part.Text, 0, part.Text.Length) != 0)
                {
                    throw new ArgumentException($"The text differs at character {at}: it is not the one that was compared.", nameof(before));
                }

                at += part.Text.Length;
            }

            if (part.Kind != PartKind.Removed)
            {
                after.Append(part.Text);
            }
        }

        return at == before.Length ? after.ToString() : throw new ArgumentException("The text is longer than the one that was compared.", nameof(before));
    }

    static void ByWords(string removed, string added, Collected parts)
    {
        if (removed.Length == 0 || added.Length == 0)
        {
            parts.Changed(removed, added);
            return;
        }

        Walk(Tokens.Words(removed), Tokens.Words(added), parts.Same, (was, becomes) => Trimmed(was, becomes, parts));
    }

    /// <summary>A word before a space and the same before a stop or the end are two words for the alignment, and one for a reader.</summary>
    static void Trimmed(string removed, string added, Collected parts)
    {
        var (was, becomes) = (FirstWord(removed), FirstWord(added));
        if (was.Length > 0 && string.Equals(was, becomes, StringComparison.Ordinal))
        {
            parts.Same(was);
            (removed, added) = (removed[was.Length..], added[was.Length..]);
        }

        if (removed.Length > 0 || added.Length > 0)
        {
            parts.Changed(removed, added);
        }
    }

    static string FirstWord(string text) => Tokens.Words(text) is [var first, ..] ? first.TrimEnd() : "";

    static void Walk(IReadOnlyList<string> a, IReadOnlyList<string> b, Action<string> same, Action<string, string> changed)
    {
        var (atA, atB) = (0, 0);
        foreach (var run in Alignment.Of(a, b))
        {
            Change(run.A, run.B);
            same(string.Concat(a.Skip(run.A).Take(run.Length)));
            (atA, atB) = (run.A + run.Length, run.B + run.Length);
        }

        Change(a.Count, b.Count);

        void Change(int toA, int toB)
        {
            if (toA > atA || toB > atB)
            {
                changed(string.Concat(a.Skip(atA).Take(toA - atA)), string.Concat(b.Skip(atB).Take(toB - atB)));
            }
        }
    }

    /// <summary>Joins what touches.</summary>
    sealed class Collected
    {
        readonly List<DiffPart> _parts = [];
        readonly StringBuilder _same = new();
        readonly StringBuilder _removed = new();
        readonly StringBuilder _added = new();

        public void Same(string text) => _same.Append(text);

        public void Changed(string removed, string added)
        {
            if (_same.Length > 0)
            {
                Flush();
                _parts.Add(new(PartKind.Same, _same.ToString()));
                _same.Clear();
            }

            _removed.Append(removed);
            _added.Append(added);
        }

        public IReadOnlyList<DiffPart> Finish()
        {
            Flush();
            if (_same.Length > 0)
            {
                _parts.Add(new(PartKind.Same, _same.ToString()));
            }

            return _parts;
        }

        void Flush()
        {
            if (_removed.Length > 0)
            {
                _parts.Add(new(PartKind.Removed, _removed.ToString()));
            }

            if (_added.Length > 0)
            {
                _parts.Add(new(PartKind.Added, _added.ToString()));
            }

            _removed.Clear();
            _added.Clear();
        }
    }
}
