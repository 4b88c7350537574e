using System.Text;

namespace Beffroi.Detection;

/// <content>
/// The binary form, little-endian: number of features (int32), number of trees (int32), then for each tree its number of nodes (int32) and its nodes
/// from the root, left child first: feature (int16; −1 leaf, and −2−f for a feature f that sends the missing left), cover (float32), then value
/// (float64) at a leaf, threshold (float32) elsewhere. Children are not written: the order says them.
/// </content>
public sealed partial class TreeEnsemble
{
    /// <summary>Writes the ensemble; the same ensemble gives the same bytes.</summary>
    /// <param name="writer">Where to.</param>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(FeatureCount);
        writer.Write(TreeCount);
        for (var t = 0; t < TreeCount; t++)
        {
            writer.Write(Start[t + 1] - Start[t]);
            var open = new Stack<int>([Start[t]]);
            while (open.TryPop(out var i))
            {
                var feature = Feature[i];
                writer.Write((short)(feature < 0 ? -1 : MissingLeft[i] ? -2 - feature : feature));
                writer.Write(Cover[i]);
                if (feature < 0)
                {
                    writer.Write(Value[i]);
                }
                else
                {
                    writer.Write(Threshold[i]);
                    open.Push(Right[i]);
                    open.Push(Left[i]);
                }
            }
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="reader">Where from.</param>
    /// <exception cref="InvalidDataException">It is not an ensemble, or it is cut short, or larger than <see cref="MaxTrees"/> and <see cref="MaxNodes"/>.</exception>
    public static TreeEnsemble Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            return ReadTrees(reader);
        }
        catch (Exception wrong) when (wrong is EndOfStreamException or DecoderFallbackException)
        {
            throw new InvalidDataException("The ensemble of trees is cut short.", wrong);
        }
    }

    static TreeEnsemble ReadTrees(BinaryReader reader)
    {
        var (features, trees) = (reader.ReadInt32(), reader.ReadInt32());
        if (features is < 1 or > MaxFeatures || trees is < 0 or > MaxTrees)
        {
            throw new InvalidDataException("The ensemble of trees has an impossible number of features or trees.");
        }

        // Read tree by tree, so that a number of nodes that lies reserves little.
        var (start, nodes) = (new int[trees + 1], new List<(short Feature, float Cover, float Threshold, double Value)>());
        for (var t = 0; t < trees; t++)
        {
            var count = reader.ReadInt32();
            if (count < 1 || nodes.Count + (long)count > MaxNodes)
            {
                throw new InvalidDataException("The ensemble of trees has an impossible number of nodes.");
            }

            for (var i = 0; i < count; i++)
            {
                var (feature, cover) = (reader.ReadInt16(), reader.ReadSingle());
                nodes.Add(feature == -1 ? (feature, cover, 0f, reader.ReadDouble()) : (feature, cover, reader.ReadSingle(), 0.0));
            }

            start[t + 1] = nodes.Count;
        }

        var read = new TreeEnsemble(features, start);
        for (var i = 0; i < nodes.Count; i++)
        {
            var node = nodes[i];
            (read.Feature[i], read.MissingLeft[i]) = node.Feature < -1 ? ((short)(-2 - node.Feature), true) : (node.Feature, false);
            (read.Cover[i], read.Threshold[i], read.Value[i]) = (node.Cover, node.Threshold, node.Value);
        }

        read.LinkChildren();
        if (read.Fault() is { } fault)
        {
            throw new InvalidDataException(fault);
        }

        read.Lay();
        return read;
    }

    /// <summary>Children from the order of the nodes: the left one follows its parent, the right one follows the left one's last leaf.</summary>
    void LinkChildren()
    {
        var waiting = new Stack<int>();
        for (var t = 0; t < TreeCount; t++)
        {
            waiting.Clear();
            for (var i = Start[t]; i < Start[t + 1]; i++)
            {
                if (i > Start[t] && Feature[i - 1] < 0)
                {
                    if (!waiting.TryPop(out var parent))
                    {
                        throw new InvalidDataException($"Tree {t} goes on after its last leaf.");
                    }

                    Right[parent] = i;
                }

                (Left[i], Right[i]) = (Feature[i] < 0 ? -1 : i + 1, -1);
                if (Feature[i] >= 0)
                {
                    waiting.Push(i);
                }
            }

            if (waiting.Count > 0 || Feature[Start[t + 1] - 1] >= 0)
            {
                throw new InvalidDataException($"Tree {t} ends before its last leaf.");
            }
        }
    }
}
