using System.Globalization;

namespace Beffroi.Phone;

/// <summary>How busy the machine's processors have been since this was made, other programs included (/proc/stat).</summary>
sealed class Busyness
{
    readonly (double Idle, double All) _start = Read();

    /// <summary>From 0 to 1.</summary>
    public double Share()
    {
        var now = Read();
        return 1 - ((now.Idle - _start.Idle) / (now.All - _start.All));
    }

    static (double Idle, double All) Read()
    {
        var ticks = File.ReadLines("/proc/stat").First().Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Take(8).Select(t => double.Parse(t, CultureInfo.InvariantCulture)).ToList();
        return (ticks[3] + ticks[4], ticks.Sum());
    }
}
