namespace Beffroi.Detection;

/// <summary>A record while it is read: what is odd is noted and left missing.</summary>
abstract class RecordDraft(ReadingOptions options)
{
    readonly List<ReadingProblem> _notes = [];

    public IReadOnlyList<ReadingProblem> Notes => _notes;

    public long Line { get; private set; }

    /// <summary>Order of day and month where the form of the file tells it.</summary>
    public bool? MonthFirst { get; set; } = options.MonthFirst;

    protected ReadingOptions Options => options;

    public void Note(ReadingCode code, string? field) => _notes.Add(new(Line, code, field));

    public long? Count(ReadOnlySpan<byte> text, string field)
    {
        if (TextValue.IsAbsent(text))
        {
            return null;
        }

        if (TextValue.TryWhole(text, out var number) && number >= 0)
        {
            return number;
        }

        Note(number < 0 ? ReadingCode.NegativeCount : ReadingCode.WrongType, field);
        return null;
    }

    public bool? Flag(ReadOnlySpan<byte> text, string field)
    {
        if (TextValue.IsAbsent(text))
        {
            return null;
        }

        var flag = TextValue.Flag(text);
        if (flag is null)
        {
            Note(ReadingCode.WrongType, field);
        }

        return flag;
    }

    public DateTimeOffset? Instant(ReadOnlySpan<byte> text, string field)
    {
        if (TextValue.IsAbsent(text))
        {
            return null;
        }

        if (InstantText.Read(text, MonthFirst, out var instant) is { } code)
        {
            Note(code, field);
            return null;
        }

        // Nothing read here is older than the networks (Twitter: March 2006; the oldest accounts carried over from others: later than 2000).
        if (instant.Year < 2000 || instant > options.Now?.AddDays(1))
        {
            Note(instant.Year < 2000 ? ReadingCode.ImplausibleDate : ReadingCode.FutureDate, field);
            return null;
        }

        return instant;
    }

    public string? Identifier(ReadOnlySpan<byte> text, string field)
    {
        if (TextValue.IsAbsent(text))
        {
            return null;
        }

        if (TextValue.IsRounded(text))
        {
            Note(ReadingCode.RoundedId, field);
            return null;
        }

        return TextValue.Id(text);
    }

    protected void Start(long line)
    {
        Line = line;
        _notes.Clear();
    }
}
