using Beffroi.Cli.Detection.Accounts;
using Beffroi.Cli.Psychometrics;
using Beffroi.Cli.Psychometrics.Tables;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Cli.Detection;

/// <summary>Reads labelled accounts, and their posts, from files. What is wrong in a file is said and counted; a file that is cut or damaged teaches nothing.</summary>
sealed class LabelledFiles(double? maxErrors, Terminal terminal, CancellationToken ct)
{
    readonly ReadingOptions _options = new() { Now = terminal.Clock.GetUtcNow() };

    /// <summary>The accounts of these files, each once within its set.</summary>
    public async Task<List<LabelledAccount>> Read(IReadOnlyList<string> files)
    {
        var accounts = new List<LabelledAccount>();
        foreach (var file in files)
        {
            accounts.AddRange(await Task.Run(() => ReadOne(file), ct));
        }

        return [.. accounts.GroupBy(a => a.Set, StringComparer.Ordinal).SelectMany(set => Identities.Distinct([.. set], set.Key, terminal))];
    }

    /// <summary>The same accounts, in the same order, with their posts where a file gives some.</summary>
    public Task<List<LabelledAccount>> WithPosts(List<LabelledAccount> accounts, string? file) =>
        file is null ? Task.FromResult(accounts) : Task.Run(() => AddPosts(accounts, file), ct);

    List<LabelledAccount> ReadOne(string file)
    {
        using var stream = AccountFileOptions.OpenFile(file, terminal);
        var (accounts, unlabelled, name) = (new List<LabelledAccount>(), 0, Name(file));
        var tally = Follow(file, " : aucun compte lu", AccountReader.Read(stream, _options), record =>
        {
            if (record.Label is { } label)
            {
                accounts.Add(new(record.Account, label == AccountLabel.Bot, Set(record, name), record.Subset ?? "", null));
            }
            else
            {
                unlabelled++;
            }
        });
        if (accounts.Count == 0)
        {
            throw new CommandFailedException(unlabelled > 0
                ? $"{Quoted.Path(file)} : aucun des {French.Count(unlabelled, "compte", "comptes")} n’a d’étiquette (colonne label : bot ou human)"
                : $"{Quoted.Path(file)} : aucun compte lu", ExitCodes.BadUsage);
        }

        AccountFile.Say(file, tally, Tongue.French, terminal);
        if (unlabelled > 0)
        {
            Note.Write(terminal, $"{Quoted.Path(file)} : {French.Count(unlabelled, "compte sans étiquette, écarté", "comptes sans étiquette, écartés")}");
        }

        return accounts;
    }

    /// <summary>Reads to the end. Whoever trains or judges on the first half of a file does not know it: a stream cut short is as bad as a damaged one.</summary>
    ReadingTally Follow<T>(string file, string nothing, IEnumerable<Reading<T>> steps, Action<T> take)
        where T : class
    {
        var tally = new ReadingTally(maxErrors);
        foreach (var step in tally.Through(steps))
        {
            ct.ThrowIfCancellationRequested();
            if (step.Problem is { } problem && (problem.Weight == ProblemWeight.File || problem.Code == ReadingCode.Truncated))
            {
                throw new CommandFailedException($"{Quoted.Path(file)}{(tally.Values == 0 ? nothing : "")}, {problem.Sentence(Tongue.French)}", ExitCodes.BadUsage);
            }

            if (step.Value is { } value)
            {
                take(value);
            }
        }

        return tally;
    }

    List<LabelledAccount> AddPosts(List<LabelledAccount> accounts, string file)
    {
        var matcher = new AccountMatcher(accounts.Select(a => a.Account));
        using var stream = AccountFileOptions.OpenFile(file, terminal);
        var tally = Follow(file, " : aucune publication lue", PostReader.Read(stream, _options), matcher.Add);
        AccountFile.Say(file, tally, Tongue.French, terminal);
        List<LabelledAccount> matched = [.. accounts.Select(a => a with { Posts = matcher.Of(a.Account) })];
        if (matcher.Matched == 0)
        {
            throw new CommandFailedException($"{Quoted.Path(file)} : aucune publication n’est d’un compte donné", ExitCodes.BadUsage);
        }

        if (matcher.Unmatched > 0)
        {
            Note.Write(terminal, $"{Quoted.Path(file)} : {French.Count((int)Math.Min(int.MaxValue, matcher.Unmatched), "publication d’un compte qui n’est pas donné", "publications de comptes qui ne sont pas donnés")}");
        }

        return matched;
    }

    /// <summary>What the record says, or the name of the file; a number or a letter is a part of the file rather than a set by itself.</summary>
    static string Set(AccountRecord record, string file) =>
        record.Set is { } set && !string.Equals(set, file, StringComparison.Ordinal) && set.Length <= 3 ? $"{file}/{set}" : record.Set ?? file;

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
