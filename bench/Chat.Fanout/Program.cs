using System.Globalization;
using Beffroi.Chat.Fanout;

// dotnet run -c Release --project bench/Chat.Fanout -- [--runs 3] [--seconds 30] [--clients 200] [--burst-clients 490] [--only before,beffroi,ejabberd], BEFFROI_BEFORE=an older folder
using var stop = new CancellationTokenSource();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    stop.Cancel();
};
var words = args.ToList();
var only = Value("--only")?.Split(',');
var plan = new Plan
{
    Runs = Number("--runs") ?? 3,
    Seconds = Number("--seconds") ?? 30,
    Clients = Number("--clients") ?? 200,
    BurstClients = Number("--burst-clients") ?? 490,
};
if (words.Count > 0)
{
    await Console.Error.WriteLineAsync("[--runs 3] [--seconds 30] [--clients 200] [--burst-clients 490] [--only beffroi,ejabberd]");
    return 2;
}

try
{
    List<Func<Peer>> peers = [];
    if (Ours.Installed(Ours.Before))
    {
        Add("before", true, () => new Ours("Beffroi, before", Ours.Before), "");
    }

    Add("beffroi", Ours.Installed(Ours.Published), () => new Ours("Beffroi", Ours.Published), "BEFFROI_PUBLISHED is not the folder printed by ./run --build-only");
    Add("ejabberd", Ejabberd.Installed, () => new Ejabberd(), "not installed (Debian: apt-get install ejabberd)");
    await new Comparison(plan, peers).Run(stop.Token);
    return 0;

    void Add(string name, bool there, Func<Peer> make, string why)
    {
        if (only is not null && !only.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return;
        }

        if (there)
        {
            peers.Add(make);
        }
        else
        {
            Console.WriteLine($"{name}: {why}: skipped.");
        }
    }
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
