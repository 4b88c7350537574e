using System.Diagnostics;
using System.Globalization;

// The processor time of the whole command, its start included, on an empty SQLite base each time:
// dotnet run -c Release --project bench/Encyclopedia.Importing -- corpus corpus_disarm.json [runs]
if (args is not [var kind, var file, .. var rest])
{
    await Console.Error.WriteLineAsync("corpus|disarm|history file [runs]");
    return 2;
}

var runs = rest is [var n, ..] ? int.Parse(n, CultureInfo.InvariantCulture) : 5;
var command = Path.Combine(AppContext.BaseDirectory, "beffroi");
for (var run = 1; run <= runs; run++)
{
    var folder = Directory.CreateTempSubdirectory("beffroi-bench-").FullName;
    await Time("db", "migrate", "--data", folder);
    var (cpu, wall, said) = await Time("encyclopedia", "import", kind, file, "--data", folder);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"run {run}: {cpu.TotalSeconds:0.00} s of CPU, {wall.TotalSeconds:0.00} s; {said}"));
    Directory.Delete(folder, recursive: true);
}

return 0;

async Task<(TimeSpan Cpu, TimeSpan Wall, string Said)> Time(params string[] arguments)
{
    var (start, before) = (Stopwatch.GetTimestamp(), OfChildren());
    using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true, UseShellExecute = false })!;
    var said = await process.StandardOutput.ReadToEndAsync();
    await process.WaitForExitAsync();
    return process.ExitCode == 0 ? (OfChildren() - before, Stopwatch.GetElapsedTime(start), said.Trim()) : throw new InvalidOperationException($"{string.Join(' ', arguments)} gave {process.ExitCode}.");
}

// What the ended children of this process have used (proc_pid_stat(5), fields 16 and 17, in hundredths of a second): a process that has ended no longer says its own.
static TimeSpan OfChildren()
{
    var stat = File.ReadAllText("/proc/self/stat");
    var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
    return TimeSpan.FromMilliseconds(10 * (long.Parse(fields[13], CultureInfo.InvariantCulture) + long.Parse(fields[14], CultureInfo.InvariantCulture)));
}
