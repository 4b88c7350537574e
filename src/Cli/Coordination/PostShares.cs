using Beffroi.Detection;

namespace Beffroi.Cli.Coordination;

/// <summary>The shares that posts make, by one of their traces.</summary>
static class PostShares
{
    public static ShareReport Read(Stream stream, Trace trace, ShareSink sink, ShareReading reading, CancellationToken ct)
    {
        var report = new ShareReport();
        var latest = reading.Latest is { } seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : (DateTimeOffset?)null;
        var sharing = 0L;
        var last = "";
        foreach (var share in Traces.Shares(Posts(PostReader.Read(stream, new() { Now = latest }), report, ct), trace))
        {
            // A post may share several objects; they come one after the other.
            sharing += string.Equals(share.ContentId, last, StringComparison.Ordinal) ? 0 : 1;
            last = share.ContentId;
            sink.Add(share);
        }

        report.NoteWithoutObject(report.Rows - report.Problems - sharing);
        return report;
    }

    static IEnumerable<Post> Posts(IEnumerable<Reading<Post>> steps, ShareReport report, CancellationToken ct)
    {
        foreach (var (line, post, problem) in steps)
        {
            ct.ThrowIfCancellationRequested();
            if (problem is { Weight: ProblemWeight.File })
            {
                throw problem.Code is ReadingCode.UnknownFormat ? new FormatException("These are no posts.") : new InvalidDataException("The file is damaged.");
            }

            if (post is null && problem is not { Weight: ProblemWeight.Record })
            {
                continue;
            }

            report.NoteRow();
            if (post is null)
            {
                report.Note(line, Kind(problem!.Code));
            }
            else if (post.Id.Length == 0 || post.AccountId.Length == 0)
            {
                report.Note(line, ShareProblemKind.Incomplete);
            }
            else
            {
                yield return post;
            }
        }
    }

    static ShareProblemKind Kind(ReadingCode code) => code switch
    {
        ReadingCode.BrokenJson => ShareProblemKind.NotJson,
        ReadingCode.TooLong => ShareProblemKind.LineTooLong,
        ReadingCode.WrongColumns => ShareProblemKind.TooFewFields,
        ReadingCode.UnclosedQuote => ShareProblemKind.UnclosedQuote,
        ReadingCode.UnknownObject => ShareProblemKind.WrongType,
        ReadingCode.Incomplete => ShareProblemKind.Incomplete,
        ReadingCode.Truncated => ShareProblemKind.Truncated,
        _ => throw new InvalidOperationException($"{code} does not lose a record."),
    };
}
