using System.Globalization;
using System.Text;

namespace Beffroi.Detection.Bench;

/// <summary>Invented reshares with the shape of a published set of 100,000 (IRA co-retweets): sizes of objects, activity of accounts, gaps of time, instants in whole minutes.
/// Each hundred thousand brings as many accounts more, and three planted groups that share together within half a minute. The same seed gives the same shares.</summary>
public sealed class GeneratedShares(int count, int seed = 1)
{
    // Chance that an object is shared at least so many times: 1, 2, 3, 5, 10, 20, 50 were counted, 500 continues the last slope.
    static readonly (double Size, double Chance)[] Sizes = [(1, 1), (2, 0.06646), (3, 0.01237), (5, 0.001807), (10, 1.851e-4), (20, 4.36e-5), (50, 1.09e-5), (500, 2e-7)];

    // Quantiles of the gap between two shares of an object, seconds.
    static readonly (double Chance, double Seconds)[] Gaps = [(0, 1), (0.25, 60), (0.3, 240), (0.4, 660), (0.5, 1_380), (0.6, 2_400), (0.7, 4_740), (0.8, 27_600), (0.9, 546_600), (1, 30_000_000)];

    const int Block = 100_000, AccountsByBlock = 169, Objects = 40, Days = 1141;
    const long Start = 1_400_000_000;
    static readonly int[] Groups = [10, 20, 40];

    readonly Random _chance = new(seed);
    readonly int _blocks = Math.Max(1, count / Block);
    long _content;
    long _object;

    /// <summary>Accounts of the planted groups, all begin with this.</summary>
    public const string Planted = "planted_";

    /// <summary>The shares, in order of nothing: as an export would mix them.</summary>
    public IEnumerable<Share> All()
    {
        var left = count;
        for (var block = 0; left > 0; block++)
        {
            var shares = OfBlock(block);
            var some = Math.Min(left, shares.Count);
            for (var i = 0; i < some; i++)
            {
                yield return shares[i];
            }

            left -= some;
        }
    }

    public void WriteCsv(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
        writer.Write("object_id,account_id,content_id,timestamp_share\n");
        foreach (var share in All())
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{share.ObjectId},{share.AccountId},{share.ContentId},{share.Timestamp}\n"));
        }
    }

    List<Share> OfBlock(int block)
    {
        var weights = new double[AccountsByBlock];
        var total = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] = total += Math.Pow(i + 3, -1.6);
        }

        var shares = new List<Share>(Block);
        foreach (var members in Groups)
        {
            Plant(shares, block, members);
        }

        while (shares.Count < Block)
        {
            var (thing, size, time) = (NextObject(), Size(), Start + _chance.NextInt64(Days * 86_400L));
            for (var i = 0; i < size && shares.Count < Block; i++)
            {
                var at = Array.BinarySearch(weights, _chance.NextDouble() * total);
                shares.Add(new(thing, $"account_{_chance.Next(_blocks)}_{(at < 0 ? ~at : at)}", Content(), Minute(time)));
                time += (long)Gap();
            }
        }

        var mixed = shares.ToArray();
        _chance.Shuffle(mixed);
        return [.. mixed];
    }

    // Each member takes part in three objects of four, and shares other things besides.
    void Plant(List<Share> shares, int block, int members)
    {
        for (var o = 0; o < Objects; o++)
        {
            var (thing, time) = (NextObject(), Start + _chance.NextInt64(Days * 86_400L));
            for (var member = 0; member < members; member++)
            {
                if (_chance.Next(4) > 0)
                {
                    shares.Add(new(thing, $"{Planted}{block}_{members}_{member}", Content(), Minute(time + _chance.Next(30))));
                }

                shares.Add(new(NextObject(), $"{Planted}{block}_{members}_{member}", Content(), Minute(Start + _chance.NextInt64(Days * 86_400L))));
            }
        }
    }

    int Size()
    {
        var chance = _chance.NextDouble();
        for (var i = 1; i < Sizes.Length; i++)
        {
            if (chance > Sizes[i].Chance)
            {
                // Straight on a double logarithmic scale between the figures counted.
                var (low, high) = (Sizes[i - 1], Sizes[i]);
                var share = Math.Log(chance / low.Chance) / Math.Log(high.Chance / low.Chance);
                return (int)Math.Exp(Math.Log(low.Size) + (share * Math.Log(high.Size / low.Size)));
            }
        }

        return (int)Sizes[^1].Size;
    }

    double Gap()
    {
        var chance = _chance.NextDouble();
        var i = 1;
        while (Gaps[i].Chance < chance)
        {
            i++;
        }

        var (low, high) = (Gaps[i - 1], Gaps[i]);
        return low.Seconds * Math.Pow(high.Seconds / low.Seconds, (chance - low.Chance) / (high.Chance - low.Chance));
    }

    static long Minute(long time) => time / 60 * 60;

    string Content() => (++_content).ToString(CultureInfo.InvariantCulture);

    string NextObject() => ((ulong)++_object * 0x9E37_79B9_7F4A_7C15UL).ToString("x16", CultureInfo.InvariantCulture);
}
