using System.Text;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Work;

/// <summary>The census of each part, and their sum: objects stand in one part each, accounts in many.</summary>
static class CensusFile
{
    public static void Write(string path, ShareCensus census)
    {
        using var writer = new BinaryWriter(File.Create(path), Encoding.UTF8);
        writer.Write(census.Popularity.Count);
        foreach (var (sharers, objects) in census.Popularity)
        {
            writer.Write(sharers);
            writer.Write(objects);
        }

        writer.Write(census.Activity.Count);
        foreach (var (account, objects) in census.Activity)
        {
            writer.Write(account);
            writer.Write(objects);
        }
    }

    public static ShareCensus Read(IEnumerable<string> paths)
    {
        var activity = new Dictionary<string, int>(StringComparer.Ordinal);
        var popularity = new Dictionary<int, long>();
        foreach (var path in paths)
        {
            using var reader = new BinaryReader(File.OpenRead(path), Encoding.UTF8);
            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var sharers = reader.ReadInt32();
                popularity[sharers] = popularity.GetValueOrDefault(sharers) + reader.ReadInt64();
            }

            for (var left = reader.ReadInt32(); left > 0; left--)
            {
                var account = reader.ReadString();
                activity[account] = activity.GetValueOrDefault(account) + reader.ReadInt32();
            }
        }

        return new() { Activity = activity, Popularity = popularity };
    }
}
