using System.Globalization;
using Beffroi.Encyclopedia.Peers;

// dotnet run -c Release --project bench/Encyclopedia.Peers -- CORPUS.json [--runs 3] [--only beffroi,dokuwiki,mediawiki] [--few] [--entries N]
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var words = args.ToList();
var few = words.Remove("--few");
var runs = Number("--runs") ?? 3;
var entries = Number("--entries");
var only = Value("--only")?.Split(',');
if (words is not [var file] || !File.Exists(file))
{
    await Console.Error.WriteLineAsync("CORPUS.json [--runs 3] [--only beffroi,dokuwiki,mediawiki] [--few] [--entries N]");
    return 2;
}

try
{
    var corpus = Corpus.Read(file, entries);
    await new Comparison(corpus, runs, few, only).Run(stop.Token);
    return 0;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}

string? Value(string option)
{
    var at = words.IndexOf(option);
    if (at < 0 || at + 1 == words.Count)
    {
        return null;
    }

    var value = words[at + 1];
    words.RemoveRange(at, 2);
    return value;
}

int? Number(string option) => Value(option) is { } value ? int.Parse(value, CultureInfo.InvariantCulture) : null;
