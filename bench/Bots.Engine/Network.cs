using System.Diagnostics;
using System.Globalization;
using Beffroi.Cli.Bots;

namespace Beffroi.Bots.EngineBench;

/// <summary>The other side: a Jetstream of this machine that sends the invented posts at their pace, in a process of its own so that what it costs is not counted.</summary>
static class Network
{
    /// <summary>Serves until nobody holds its input any more.</summary>
    public static async Task Serve(double rate, double seconds, int accounts)
    {
        var path = Path.GetTempFileName();
        await using (var lines = new StreamWriter(path))
        {
            var flow = new Flow(seed: 1, accounts, rate);
            for (long number = 0; number < rate * seconds; number++)
            {
                await lines.WriteLineAsync(System.Text.Encoding.UTF8.GetString(ReplayArchive.Message(flow.Post(number))));
            }
        }

        using var archive = ReplayArchive.Open(path);
        File.Delete(path);
        await using var server = await ReplayServer.Start(archive, new() { Speed = 1, ClosesAtEnd = true, LookBack = TimeSpan.FromDays(1) }, TimeProvider.System, CancellationToken.None);
        Console.WriteLine(server.Port.ToString(CultureInfo.InvariantCulture));
        await Console.In.ReadToEndAsync();
    }

    public static async Task<(Process Process, int Port)> Start(double rate, double seconds, int accounts)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var arg in (string[])["--serve", "--rate", Text(rate), "--seconds", Text(seconds), "--accounts", Text(accounts)])
        {
            start.ArgumentList.Add(arg);
        }

        var process = Process.Start(start)!;
        return (process, int.Parse((await process.StandardOutput.ReadLineAsync())!, CultureInfo.InvariantCulture));
    }

    static string Text(double figure) => figure.ToString(CultureInfo.InvariantCulture);
}
