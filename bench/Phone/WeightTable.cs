using System.Globalization;
using Beffroi.Eva;

namespace Beffroi.Phone;

/// <summary>What each part of the whole diagnostic weighs, cold, as bytes on the line.</summary>
static class WeightTable
{
    const string Code = "PWD59000";

    public static async Task Print()
    {
        await using var product = await Product.Start();
        product.Opens(Code, [.. ParcoursPlan.Names(Parcours.Complet)]);
        await using var line = product.Line();
        await using var handset = await Handset.Unpack(line.Address, slow: false);
        var parts = await Weighing.Diagnostic(await handset.Open(), line, product, Code);

        Console.WriteLine("| part | kB on the line, cold |");
        Console.WriteLine("|---|---|");
        foreach (var (part, bytes) in parts.Append(("**whole diagnostic**", parts.Sum(p => p.Bytes))))
        {
            Console.WriteLine($"| {part} | {(bytes / 1000.0).ToString("0.0", CultureInfo.InvariantCulture)} |");
        }
    }
}
