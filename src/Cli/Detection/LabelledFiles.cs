using Beffroi.Cli.Detection.Accounts;
using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection;

/// <summary>Reads labelled accounts, and their posts, from files.</summary>
static class LabelledFiles
{
    /// <summary>Above this share of records that cannot be read, a file is refused rather than judged on what is left.</summary>
    const double MostUnreadable = 0.1;

    public static async Task<List<LabelledAccount>> Read(IReadOnlyList<string> files, string? posts, Terminal terminal, CancellationToken ct)
    {
        var accounts = new List<LabelledAccount>();
        foreach (var file in files)
        {
            accounts.AddRange(await Task.Run(() => ReadOne(file, terminal, ct), ct));
        }

        return posts is null ? accounts : await Task.Run(() => WithPosts(accounts, posts, terminal, ct), ct);
    }

    static List<LabelledAccount> ReadOne(string file, Terminal terminal, CancellationToken ct)
    {
        using var stream = Open(file);
        var (accounts, unlabelled, wrong) = (new List<LabelledAccount>(), 0, new Dictionary<ReadingCode, (int Count, long Line)>());
        var name = Name(file);
        foreach (var step in AccountReader.Read(stream))
        {
            ct.ThrowIfCancellationRequested();
            if (step.Problem is { } problem)
            {
                wrong[problem.Code] = wrong.TryGetValue(problem.Code, out var seen) ? (seen.Count + 1, seen.Line) : (1, problem.Line);
            }

            if (step.Value is not { } record)
            {
                continue;
            }

            if (record.Label is { } label)
            {
                accounts.Add(new(record.Account, label == AccountLabel.Bot, record.Set is { } set && !string.Equals(set, name, StringComparison.Ordinal) && IsShort(set) ? $"{name}/{set}" : record.Set ?? name, record.Subset ?? "", null));
            }
            else
            {
                unlabelled++;
            }
        }

        Judge(file, accounts.Count, unlabelled, wrong, terminal);
        return accounts;
    }

    /// <summary>A number or a letter is a part of the file rather than a set by itself.</summary>
    static bool IsShort(string set) => set.Length <= 3;

    static void Judge(string file, int read, int unlabelled, Dictionary<ReadingCode, (int Count, long Line)> wrong, Terminal terminal)
    {
        var lost = wrong.Where(w => ReadingProblem.WeightOf(w.Key) is ProblemWeight.Record or ProblemWeight.File).Sum(w => w.Value.Count);
        if (read == 0)
        {
            throw new CommandFailedException(unlabelled > 0
                ? $"{Quoted.Path(file)} : aucun des {French.Count(unlabelled, "compte", "comptes")} n’a d’étiquette (colonne label : bot ou human)"
                : $"{Quoted.Path(file)} : aucun compte lu", ExitCodes.BadUsage);
        }

        if (lost > MostUnreadable * (read + unlabelled + lost))
        {
            throw new CommandFailedException($"{Quoted.Path(file)} : {French.Count(lost, "enregistrement illisible", "enregistrements illisibles")} sur {French.Number(read + unlabelled + lost)}, le premier ligne {FirstLine(wrong)}", ExitCodes.BadUsage);
        }

        if (lost > 0)
        {
            Note.Write(terminal, $"{Quoted.Path(file)} : {French.Count(lost, "enregistrement écarté", "enregistrements écartés")}, le premier ligne {FirstLine(wrong)}");
        }

        if (unlabelled > 0)
        {
            Note.Write(terminal, $"{Quoted.Path(file)} : {French.Count(unlabelled, "compte sans étiquette, écarté", "comptes sans étiquette, écartés")}");
        }
    }

    static long FirstLine(Dictionary<ReadingCode, (int Count, long Line)> wrong) =>
        wrong.Where(w => ReadingProblem.WeightOf(w.Key) is ProblemWeight.Record or ProblemWeight.File).Min(w => w.Value.Line);

    static List<LabelledAccount> WithPosts(List<LabelledAccount> accounts, string file, Terminal terminal, CancellationToken ct)
    {
        var matcher = new AccountMatcher(accounts.Select(a => a.Account));
        using var stream = Open(file);
        foreach (var step in PostReader.Read(stream))
        {
            ct.ThrowIfCancellationRequested();
            if (step.Value is { } post)
            {
                matcher.Add(post);
            }
        }

        List<LabelledAccount> matched = [.. accounts.Select(a => a with { Posts = matcher.Of(a.Account) })];
        if (matcher.Matched == 0)
        {
            throw new CommandFailedException($"{Quoted.Path(file)} : aucune publication n’est d’un compte donné", ExitCodes.BadUsage);
        }

        if (matcher.Unmatched > 0)
        {
            Note.Write(terminal, $"{Quoted.Path(file)} : {French.Count((int)Math.Min(int.MaxValue, matcher.Unmatched), "publication d’un compte qui n’est pas donné", "publications de comptes qui ne sont pas donnés")}");
        }

        return matched;
    }

    static FileStream Open(string file)
    {
        try
        {
            return File.OpenRead(file);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new CommandFailedException($"impossible de lire {Quoted.Path(file)}", ExitCodes.BadUsage, wrong);
        }
    }

    static string Name(string file)
    {
        var name = Path.GetFileName(file);
        foreach (var end in (ReadOnlySpan<string>)[".gz", ".csv", ".tsv", ".jsonl", ".ndjson", ".json"])
        {
            name = name.EndsWith(end, StringComparison.OrdinalIgnoreCase) ? name[..^end.Length] : name;
        }

        return name;
    }
}
