namespace Beffroi.Detection;

/// <summary>Runs a reader over a source: what stops the source becomes the last problem.</summary>
static class Guarded
{
    public static IEnumerable<Reading<T>> Steps<T>(Stream stream, ReadingOptions options, Func<SourceFile, ReadingOptions, Position, IEnumerable<Reading<T>>> read)
        where T : class
    {
        var position = new Position();
        SourceFile? file = null;
        ReadingCode? stop = null;
        try
        {
            file = SourceFile.Open(stream, options);
        }
        catch (ReadingStop wrong)
        {
            stop = wrong.Code;
        }

        using (file)
        {
            stop ??= file is { IsEmpty: true } ? file.Bytes.Stop : null;
            using var steps = file is { IsEmpty: false } ? read(file, options, position).GetEnumerator() : null;
            while (steps is not null && stop is null)
            {
                try
                {
                    if (!steps.MoveNext())
                    {
                        stop = file!.Bytes.Stop;
                        break;
                    }
                }
                catch (ReadingStop wrong)
                {
                    stop = wrong.Code;
                    break;
                }

                yield return steps.Current;
            }
        }

        if (stop is { } code)
        {
            yield return new(position.Line, null, new(position.Line, code));
        }
    }

    /// <summary>How far a reader is.</summary>
    internal sealed class Position
    {
        public long Line { get; set; } = 1;
    }
}
