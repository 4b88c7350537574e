using System.Text;
using CsCheck;

namespace Beffroi.Detection.Tests.Trees;

public sealed class TreeEnsembleTests
{
    [Fact]
    public void The_sum_is_that_of_a_plain_walk() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var chance = new Random(seed);
        var trees = Enumerable.Range(0, 6).Select(_ => Grown(chance)).ToArray();
        var ensemble = new TreeEnsemble(5, trees);
        for (var i = 0; i < 20; i++)
        {
            float[] x = [.. Enumerable.Range(0, 5).Select(_ => chance.Next(5) == 0 ? float.NaN : chance.Next(-3, 4))];
            Assert.Equal(trees.Sum(t => Plain(t, 0, x)), ensemble.Sum(x), 1e-9);
            var slices = new double[3];
            ensemble.Sums(x, slices);
            Assert.Equal(trees.Chunk(2).Select(c => c.Sum(t => Plain(t, 0, x))), slices);
        }
    });

    [Fact]
    public void What_is_written_is_read_again_bit_by_bit() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var chance = new Random(seed);
        var bytes = Written(new(5, [.. Enumerable.Range(0, 4).Select(_ => Grown(chance))]));
        var read = Read(bytes);
        Assert.Equal(bytes, Written(read));
    });

    [Fact]
    public void A_damaged_file_is_refused_or_is_still_made_of_trees() => Gen.Int[0, 1_000_000].Sample(seed =>
    {
        var chance = new Random(seed);
        var bytes = Written(new(5, [.. Enumerable.Range(0, 3).Select(_ => Grown(chance))]));
        var damaged = chance.Next(2) == 0 ? bytes[..chance.Next(bytes.Length)] : bytes;
        for (var i = 0; i < 3 && damaged.Length > 0; i++)
        {
            damaged[chance.Next(damaged.Length)] ^= (byte)(1 << chance.Next(8));
        }

        try
        {
            // What is read ends every walk at a leaf.
            var read = Read(damaged);
            Assert.True(double.IsFinite(read.Sum(new float[read.FeatureCount])));
        }
        catch (InvalidDataException)
        {
        }
    });

    [Fact]
    public void What_is_no_tree_is_refused()
    {
        Refused([0, 0, -1, -1], [1, 1, -1, -1], [2, 3, -1, -1]);
        Refused([0, -1, -1], [0, -1, -1], [2, -1, -1]);
        Refused([9, -1, -1], [1, -1, -1], [2, -1, -1]);
        Refused([0, -1, -1], [1, -1, -1], [7, -1, -1]);
        Refused([0, -1, -1, -1], [1, -1, -1, -1], [2, -1, -1, -1]);

        static void Refused(int[] feature, int[] left, int[] right) => Assert.Throws<ArgumentException>(() => new TreeEnsemble(2, [new()
        {
            Feature = [.. feature], Left = [.. left], Right = [.. right], Threshold = [.. feature.Select(_ => 0f)], MissingLeft = [.. feature.Select(_ => false)], Value = [.. feature.Select(_ => 1.0)], Cover = [.. feature.Select(_ => 0f)],
        }]));
    }

    [Fact]
    public void Another_number_of_inputs_is_refused()
    {
        var ensemble = new TreeEnsemble(5, [Grown(new(1)), Grown(new(2))]);
        Assert.Throws<ArgumentException>(() => ensemble.Sum(new float[4]));
        Assert.Throws<ArgumentException>(() => ensemble.Sums(new float[5], new double[3]));
    }

    static double Plain(DecisionTree tree, int at, float[] x) => tree.Feature[at] < 0 ? tree.Value[at]
        : Plain(tree, (float.IsNaN(x[tree.Feature[at]]) ? tree.MissingLeft[at] : x[tree.Feature[at]] <= tree.Threshold[at]) ? tree.Left[at] : tree.Right[at], x);

    static DecisionTree Grown(Random chance)
    {
        var (feature, threshold, left, right, missing, value, cover) = (new List<int>(), new List<float>(), new List<int>(), new List<int>(), new List<bool>(), new List<double>(), new List<float>());
        Add(0, 64);
        return new() { Feature = [.. feature], Threshold = [.. threshold], Left = [.. left], Right = [.. right], MissingLeft = [.. missing], Value = [.. value], Cover = [.. cover] };

        int Add(int depth, float rows)
        {
            var at = feature.Count;
            var leaf = depth == 5 || chance.Next(4) == 0;
            feature.Add(leaf ? -1 : chance.Next(5));
            threshold.Add(leaf ? 0 : chance.Next(-2, 3));
            missing.Add(!leaf && chance.Next(2) == 0);
            value.Add(leaf ? chance.NextDouble() - 0.5 : 0);
            cover.Add(rows);
            left.Add(-1);
            right.Add(-1);
            if (!leaf)
            {
                left[at] = Add(depth + 1, rows / 4);
                right[at] = Add(depth + 1, rows * 3 / 4);
            }

            return at;
        }
    }

    static byte[] Written(TreeEnsemble ensemble)
    {
        using var stream = new MemoryStream();
        using (var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true))
        {
            ensemble.Write(writer);
        }

        return stream.ToArray();
    }

    static TreeEnsemble Read(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes), Encoding.UTF8);
        return TreeEnsemble.Read(reader);
    }
}
