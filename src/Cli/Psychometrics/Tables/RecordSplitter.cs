using System.Text;

namespace Beffroi.Cli.Psychometrics.Tables;

/// <summary>Where the fields of one record lie in a buffer. Nothing is copied, and a record that is not all there yet is split again.</summary>
sealed class RecordSplitter
{
    const byte Quote = (byte)'"';

    // Two for each field: where it starts and where it ends.
    int[] _bounds = new int[128];

    /// <summary>0 until the first record tells.</summary>
    public byte Separator { get; private set; }

    /// <summary>Fields found.</summary>
    public int Count { get; private set; }

    /// <summary>Whether the first field is empty and not quoted.</summary>
    public bool IsBlank { get; private set; }

    /// <summary>Where the next record starts.</summary>
    public int Next { get; private set; }

    /// <summary>Lines that the record takes: more than one when a line ends inside quotation marks.</summary>
    public int Lines { get; private set; }

    /// <summary>Whether the last call found a whole record.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>What breaks the rules in the record; null when nothing does.</summary>
    public string? Problem { get; private set; }

    /// <summary>False when the record is not all there, or is malformed.</summary>
    public bool TrySplit(byte[] buffer, int start, int end, bool ended)
    {
        (IsWhole, Problem, Count, Lines) = (false, null, 0, 1);
        if (start == end || (Separator == 0 && !TryDetect(buffer.AsSpan(start, end - start), ended)))
        {
            return false;
        }

        IsBlank = buffer[start] is (byte)'\n' or (byte)'\r';
        for (var at = start; ;)
        {
            at = at < end && buffer[at] == Quote ? AfterQuoted(buffer, at + 1, end, ended) : AfterPlain(buffer, at, end);
            if (at < 0 || (at == end && !ended))
            {
                return false;
            }

            if (at == end)
            {
                return Whole(end);
            }

            switch (buffer[at])
            {
                case (byte)'\n':
                    return Whole(at + 1);
                case (byte)'\r' when at + 1 < end && buffer[at + 1] == '\n':
                    return Whole(at + 2);
                case (byte)'\r' when at + 1 == end && !ended:
                    return false;
                case (byte)'\r':
                    return Malformed("retour chariot sans saut de ligne");
                case var b when b == Separator:
                    at++;
                    break;
                default:
                    return Malformed(buffer[at] == Quote ? "guillemet au milieu d’un champ" : "texte après un guillemet fermant");
            }
        }
    }

    /// <summary>One field, without its quotation marks.</summary>
    public ReadOnlySpan<byte> Field(byte[] buffer, int index)
    {
        var field = buffer.AsSpan(_bounds[2 * index], _bounds[(2 * index) + 1] - _bounds[2 * index]);
        return field.Length > 1 && field.Contains(Quote) ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(field).Replace("\"\"", "\"", StringComparison.Ordinal)) : field;
    }

    int AfterPlain(byte[] buffer, int start, int end)
    {
        var at = start;
        while (at < end && buffer[at] is var b && b != Separator && b is not ((byte)'\n' or (byte)'\r' or Quote))
        {
            at++;
        }

        Add(start, at);
        return at;
    }

    // -1 when the closing mark is not there yet.
    int AfterQuoted(byte[] buffer, int start, int end, bool ended)
    {
        for (var at = start; at < end; at++)
        {
            if (buffer[at] == '\n')
            {
                Lines++;
            }
            else if (buffer[at] == Quote)
            {
                if (at + 1 == end && !ended)
                {
                    return -1;
                }

                if (at + 1 < end && buffer[at + 1] == Quote)
                {
                    at++;
                    continue;
                }

                Add(start, at);
                return at + 1;
            }
        }

        Problem = ended ? "guillemet ouvert et jamais fermé" : null;
        return -1;
    }

    // Names may hold any of the three inside quotation marks.
    bool TryDetect(ReadOnlySpan<byte> text, bool ended)
    {
        var (quoted, whole) = (false, ended);
        Span<int> seen = stackalloc int[3];
        foreach (var b in text)
        {
            quoted ^= b == Quote;
            if (b == '\n' && !quoted)
            {
                whole = true;
                break;
            }

            if (!quoted && ",;\t"u8.IndexOf(b) is >= 0 and var which)
            {
                seen[which]++;
            }
        }

        if (whole)
        {
            Separator = seen[1] > seen[0] && seen[1] >= seen[2] ? (byte)';' : seen[2] > seen[0] ? (byte)'\t' : (byte)',';
        }

        return whole;
    }

    void Add(int start, int end)
    {
        if (2 * Count == _bounds.Length)
        {
            Array.Resize(ref _bounds, 2 * _bounds.Length);
        }

        (_bounds[2 * Count], _bounds[(2 * Count) + 1]) = (start, end);
        Count++;
    }

    bool Whole(int next)
    {
        (IsWhole, Next) = (true, next);
        return true;
    }

    bool Malformed(string problem)
    {
        Problem = problem;
        return false;
    }
}
